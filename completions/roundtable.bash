# Made by `roundtable help --completion bash` from the table of verbs.
_roundtable()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
	local verb=${COMP_WORDS[1]} words= files= sessions= plain=
	if ((COMP_CWORD == 1)); then
		words="--help --version open check start do show export verify merge sessions help" files=yes sessions=yes plain=yes
	fi
	case "$verb $prev" in
	"open --seat") plain=yes ;;
	"open --view") words="capture floor themes actions podium" plain=yes ;;
	"open --session") files=yes plain=yes ;;
	"open --color") words="auto always never" plain=yes ;;
	"start --session") files=yes plain=yes ;;
	"do --seat") plain=yes ;;
	"show --at") plain=yes ;;
	"export --as") words="md csv json yaml" plain=yes ;;
	"export --what") words="all notes actions themes" plain=yes ;;
	"export --output") files=yes plain=yes ;;
	"help --manual") words="verbs marks commands keys formats events fields" plain=yes ;;
	"help --completion") words="bash zsh fish" plain=yes ;;
	esac
	[[ $plain ]] || case $verb in
	open) words="--seat --read-only --view --session --resume --new --color --ascii" files=yes sessions=yes files=yes ;;
	check) words="" files=yes ;;
	start) words="--session" files=yes ;;
	do) words="--seat --keep-going" sessions=yes files=yes ;;
	show) words="--json --at summary agenda floor notes actions themes people time" sessions=yes files=yes ;;
	export) words="--as --what --internal --output" sessions=yes files=yes ;;
	verify) words="" sessions=yes files=yes ;;
	merge) words="--dry-run" files=yes sessions=yes files=yes ;;
	sessions) words="" ;;
	help) words="--manual --completion open check start do show export verify merge sessions help" ;;
	esac
	[[ $sessions ]] && words="$words $(roundtable sessions 2>/dev/null | cut -d ' ' -f 1)"
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
	[[ $files ]] && mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$cur")
}
complete -o filenames -F _roundtable roundtable
