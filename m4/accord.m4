# SPDX-License-Identifier: GPL-3.0-or-later
# Macros that only accord's configure.ac uses.

# ACCORD_FLAG(VARIABLE, FLAG)
# Appends FLAG to VARIABLE if the compiler takes it without a word, both compiling and linking.
AC_DEFUN([ACCORD_FLAG], [
AS_VAR_PUSHDEF([accord_cache], [accord_cv_flag_$2])dnl
AC_CACHE_CHECK([whether $CC accepts $2], [accord_cache], [
	accord_save_CFLAGS=$CFLAGS
	CFLAGS="$CFLAGS -Werror $2"
	AC_LINK_IFELSE([AC_LANG_SOURCE([[int main(void) { return 0; }]])],
		[AS_VAR_SET([accord_cache], [yes])],
		[AS_VAR_SET([accord_cache], [no])])
	CFLAGS=$accord_save_CFLAGS
])
AS_VAR_IF([accord_cache], [yes], [AS_VAR_APPEND([$1], [" $2"])])
AS_VAR_POPDEF([accord_cache])dnl
])

# ACCORD_FLAGS(VARIABLE, FLAG...)
AC_DEFUN([ACCORD_FLAGS], [m4_foreach_w([accord_flag], [$2],
	[ACCORD_FLAG([$1], m4_defn([accord_flag]))])])

# ACCORD_MISSING(WHAT, DEBIAN-PACKAGE)
# Remembers that something is missing, so that one run of configure names all of it.
AC_DEFUN([ACCORD_MISSING], [
accord_missing="$accord_missing
  $1 (Debian and Ubuntu: $2)"
accord_packages="$accord_packages $2"
])

# ACCORD_MODULE(VARIABLE, PKG-CONFIG-SPEC, DEBIAN-PACKAGE)
# Finds a library by pkg-config; sets VARIABLE_CFLAGS, VARIABLE_LIBS and accord_found_VARIABLE.
AC_DEFUN([ACCORD_MODULE], [
PKG_CHECK_MODULES([$1], [$2],
	[accord_found_$1=`$PKG_CONFIG --modversion m4_bregexp([$2], [^\([^ ]+\)], [\1])`],
	[ACCORD_MISSING([$2], [$3])])
])
