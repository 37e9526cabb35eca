# SPDX-License-Identifier: MIT
# The real program in a pseudo-terminal: one test a file of steps.
pkg_check_modules(VTERM REQUIRED IMPORTED_TARGET vterm)
add_library(screen_terminal STATIC ${CMAKE_CURRENT_LIST_DIR}/terminal.c)
target_include_directories(screen_terminal PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(screen_terminal PUBLIC roundtable_core PkgConfig::VTERM util)
add_executable(screen_steps ${CMAKE_CURRENT_LIST_DIR}/steps.c)
target_link_libraries(screen_steps PRIVATE screen_terminal)
file(GLOB screen_step_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/steps/*.steps)
foreach(file IN LISTS screen_step_files)
	get_filename_component(name ${file} NAME_WE)
	add_test(NAME screen_${name}
		COMMAND screen_steps $<TARGET_FILE:roundtable> ${CMAKE_SOURCE_DIR} ${file})
	set_tests_properties(screen_${name} PROPERTIES TIMEOUT 120)
endforeach()

# Each key of the tables of commands and views, pressed.
add_executable(screen_every_key ${CMAKE_CURRENT_LIST_DIR}/every_key.c)
target_link_libraries(screen_every_key PRIVATE screen_terminal)
add_test(NAME screen_every_key
	COMMAND screen_every_key $<TARGET_FILE:roundtable> ${CMAKE_SOURCE_DIR})
set_tests_properties(screen_every_key PROPERTIES TIMEOUT 240)

# The program on its own clock: the room's screen follows a meeting that is held in another process,
# and the machine's clock is set while somebody speaks (with an object of tests/faults before it,
# for which the sanitizers leave no room).
add_executable(screen_live ${CMAKE_CURRENT_LIST_DIR}/live.c)
target_link_libraries(screen_live PRIVATE screen_terminal)
add_test(NAME screen_podium_follows
	COMMAND screen_live $<TARGET_FILE:roundtable> ${CMAKE_SOURCE_DIR} follows)
add_test(NAME screen_consoles_together
	COMMAND screen_live $<TARGET_FILE:roundtable> ${CMAKE_SOURCE_DIR} together)
set(live_tests screen_podium_follows screen_consoles_together)
if(NOT ROUNDTABLE_SANITIZE)
	add_test(NAME screen_clock_is_set
		COMMAND screen_live $<TARGET_FILE:roundtable> ${CMAKE_SOURCE_DIR} is-set
			$<TARGET_FILE:step_clock>)
	add_test(NAME screen_consoles_poll
		COMMAND screen_live $<TARGET_FILE:roundtable> ${CMAKE_SOURCE_DIR} together
			$<TARGET_FILE:silent_fs>)
	list(APPEND live_tests screen_clock_is_set screen_consoles_poll)
endif()
set_tests_properties(${live_tests} PROPERTIES TIMEOUT 120)
