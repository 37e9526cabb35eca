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
