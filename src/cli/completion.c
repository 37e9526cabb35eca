/* SPDX-License-Identifier: MIT */
/* completion.c - completions for bash, zsh and fish, from the table of verbs. */
#include "cli/manual.h"

#include <string.h>

#include "cli/cli.h"

static const char head[] = "# Made by `roundtable help --completion %s` from the table of verbs.\n";

static bool completes(const struct verb *verb, const char *what)
{
	return words_have(verb->completes, what);
}

static void put_words(struct buffer *out, const char *before, word_list *list, const char *after)
{
	if (!list)
		return;
	buffer_text(out, before);
	word_list_write(out, list, " ", " ");
	buffer_text(out, after);
}

/* bash */

/* What an option's value may be. */
static void bash_values(struct buffer *out, const struct verb *verb)
{
	for (size_t i = 0; i < verb->option_count; i++) {
		const struct option_row *option = &verb->options[i];

		if (!option->value)
			continue;
		buffer_format(out, "\t\"%s --%s\")", verb->name, option->name);
		put_words(out, " words=\"", option->words, "\"");
		if (!option->words && words_have("FILE DIR", option->value))
			buffer_text(out, " files=yes");
		buffer_text(out, " plain=yes ;;\n");
	}
}

static void bash_words(struct buffer *out, const struct verb *verb)
{
	buffer_format(out, "\t%s) words=\"", verb->name);
	for (size_t i = 0; i < verb->option_count; i++)
		buffer_format(out, "%s--%s", i ? " " : "", verb->options[i].name);
	put_words(out, " ", verb->words, "");
	buffer_char(out, '"');
	if (completes(verb, "AGENDA"))
		buffer_text(out, " files=yes");
	if (completes(verb, "SESSION"))
		buffer_text(out, " sessions=yes files=yes");
	buffer_text(out, " ;;\n");
}

static void completion_bash(struct buffer *out)
{
	buffer_format(out, head, "bash");
	buffer_text(out, "_roundtable()\n{\n"
		"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
		"\tlocal verb=${COMP_WORDS[1]} words= files= sessions= plain=\n"
		"\tif ((COMP_CWORD == 1)); then\n");
	put_words(out, "\t\twords=\"--help --version ", verb_word, "\"");
	buffer_text(out, " files=yes sessions=yes plain=yes\n\tfi\n\tcase \"$verb $prev\" in\n");
	for (unsigned i = 0; i < verb_count; i++)
		bash_values(out, &verb_table[i]);
	buffer_text(out, "\tesac\n\t[[ $plain ]] || case $verb in\n");
	for (unsigned i = 0; i < verb_count; i++)
		bash_words(out, &verb_table[i]);
	buffer_text(out, "\tesac\n"
		"\t[[ $sessions ]] && words=\"$words $(roundtable sessions 2>/dev/null "
		"| cut -d ' ' -f 1)\"\n"
		"\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
		"\t[[ $files ]] && mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "
		"\"$cur\")\n}\ncomplete -o filenames -F _roundtable roundtable\n");
}

/* The text inside single quotes; brackets and colons mean something to zsh. */
static void put_quoted(struct buffer *out, const char *text, bool zsh)
{
	for (; *text; text++) {
		if (*text == '\'')
			buffer_text(out, zsh ? "'\\'" : "\\");
		else if (zsh && strchr("[]:", *text))
			buffer_char(out, '\\');
		buffer_char(out, *text);
	}
}

/* zsh */

static void zsh_option(struct buffer *out, const struct option_row *option)
{
	buffer_format(out, " \\\n\t\t\t'--%s%s[", option->name, option->value ? "=" : "");
	put_quoted(out, option->help, true);
	buffer_char(out, ']');
	if (option->value)
		buffer_format(out, ":%s:%s", option->value, option->words ? "" : "_files");
	put_words(out, "(", option->words, ")");
	buffer_char(out, '\'');
}

static void zsh_verb(struct buffer *out, const struct verb *verb)
{
	buffer_format(out, "\t%s)\n\t\t_arguments -S", verb->name);
	for (size_t i = 0; i < verb->option_count; i++)
		zsh_option(out, &verb->options[i]);
	if (completes(verb, "SESSION"))
		buffer_text(out, " \\\n\t\t\t'1:session:_roundtable_sessions'");
	else if (completes(verb, "AGENDA"))
		buffer_text(out, " \\\n\t\t\t'*:agenda:_files'");
	put_words(out, completes(verb, "SESSION") ? " \\\n\t\t\t'2:view:(" :
		" \\\n\t\t\t'1:command:(", verb->words, ")'");
	buffer_text(out, "\n\t\t;;\n");
}

static void completion_zsh(struct buffer *out)
{
	buffer_text(out, "#compdef roundtable\n");
	buffer_format(out, head, "zsh");
	buffer_text(out, "_roundtable_sessions()\n{\n"
		"\tlocal -a names=(${(f)\"$(roundtable sessions 2>/dev/null "
		"| cut -d ' ' -f 1)\"})\n\tcompadd -a names\n\t_files\n}\n\n"
		"_roundtable()\n{\n\tlocal -a verbs=(\n");
	for (unsigned i = 0; i < verb_count; i++) {
		buffer_format(out, "\t\t'%s:", verb_table[i].name);
		put_quoted(out, verb_table[i].help, true);
		buffer_text(out, "'\n");
	}
	buffer_text(out, "\t)\n\tif ((CURRENT == 2)); then\n\t\t_describe command "
		"verbs\n\t\t_files\n"
		"\t\treturn\n\tfi\n\tshift words\n\t((CURRENT--))\n\tcase $words[1] in\n");
	for (unsigned i = 0; i < verb_count; i++)
		zsh_verb(out, &verb_table[i]);
	buffer_text(out, "\tesac\n}\n_roundtable \"$@\"\n");
}

/* fish */

static void fish_option(struct buffer *out, const struct verb *verb,
	const struct option_row *option)
{
	buffer_format(out, "complete -c roundtable -n '__fish_seen_subcommand_from %s' -l %s",
		verb->name, option->name);
	if (option->letter)
		buffer_format(out, " -s %c", option->letter);
	if (option->value)
		buffer_text(out, " -r");
	put_words(out, " -f -a '", option->words, "'");
	buffer_text(out, " -d '");
	put_quoted(out, option->help, false);
	buffer_text(out, "'\n");
}

static void fish_verb(struct buffer *out, const struct verb *verb)
{
	buffer_format(out, "complete -c roundtable -n __fish_use_subcommand -a %s -d '",
		verb->name);
	put_quoted(out, verb->help, false);
	buffer_text(out, "'\n");
	for (size_t i = 0; i < verb->option_count; i++)
		fish_option(out, verb, &verb->options[i]);
	if (completes(verb, "SESSION"))
		buffer_format(out, "complete -c roundtable -n '__fish_seen_subcommand_from %s' "
			"-a '(roundtable sessions 2>/dev/null | string replace -r \" .*\" \"\")'\n",
			verb->name);
	if (verb->words)
		buffer_format(out, "complete -c roundtable "
			"-n '__fish_seen_subcommand_from %s' -a '", verb->name);
	put_words(out, "", verb->words, "'\n");
}

static void completion_fish(struct buffer *out)
{
	buffer_format(out, head, "fish");
	for (unsigned i = 0; i < verb_count; i++)
		fish_verb(out, &verb_table[i]);
}

static const struct {
	const char *name;
	void (*write)(struct buffer *out);
} shells[] = {{"bash", completion_bash}, {"zsh", completion_zsh}, {"fish", completion_fish}};

const char *completion_shell(size_t i)
{
	return i < sizeof shells / sizeof *shells ? shells[i].name : NULL;
}

void completion_write(struct buffer *out, const char *shell)
{
	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
		if (strcmp(shells[i].name, shell) == 0)
			shells[i].write(out);
}
