/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files, read with a limit and written so that half a file is never seen. */
#include "base/file.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int file_read(const char *path, size_t limit, struct str *out, struct err *err)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	size_t before = out->length;
	char buffer[8192];
	ssize_t got;
	int result = -1;

	if (fd < 0)
		return err_set(err, ERR_FAILED, _("cannot open '%s': %s"), path, strerror(errno));
	while ((got = read(fd, buffer, sizeof buffer)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			err_set(err, ERR_FAILED, _("cannot read '%s': %s"), path, strerror(errno));
			goto out;
		}
		if (out->length - before + (size_t)got > limit) {
			err_set(err, ERR_INPUT, _("'%s' is larger than %zu bytes"), path, limit);
			goto out;
		}
		str_addn(out, buffer, (size_t)got);
	}
	result = 0;
out:
	if (!standard)
		close(fd);
	return result;
}

static int write_all(int fd, const char *data, size_t length)
{
	while (length > 0) {
		ssize_t done = write(fd, data, length);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return -1;
		data += done;
		length -= (size_t)done;
	}
	return 0;
}

/* Gives the temporary file its name. Without force, link() refuses a name that somebody took meanwhile. */
static int put_in_place(const char *temporary, const char *path, bool force)
{
	if (force)
		return rename(temporary, path);
	if (link(temporary, path) == 0)
		return unlink(temporary);
	if (errno == EEXIST)
		return -1;
	/* A file system without hard links. */
	if (file_exists(path)) {
		errno = EEXIST;
		return -1;
	}
	return rename(temporary, path);
}

int file_write(const char *path, const char *data, size_t length, bool force, struct err *err)
{
	char *temporary;
	mode_t mask = umask(0);
	struct stat status;
	int fd, result = -1;

	umask(mask);
	if (!force && file_exists(path))
		return err_set(err, ERR_FAILED, _("'%s' exists already: choose another name or use --force"), path);
	if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
		return err_set(err, ERR_FAILED, _("cannot write '%s': it is a folder: name a file"), path);
	/* A device would be replaced by a file of its name. */
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
		return err_set(err, ERR_FAILED,
			_("cannot write '%s': it is not a regular file: choose another name"), path);
	temporary = mem_printf("%s.XXXXXX", path);
	fd = mkstemp(temporary);
	if (fd < 0) {
		err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
		goto out;
	}
	if (fchmod(fd, 0666 & ~mask) != 0 || write_all(fd, data, length) != 0 || fsync(fd) != 0) {
		err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
		close(fd);
		unlink(temporary);
		goto out;
	}
	close(fd);
	if (put_in_place(temporary, path, force) != 0) {
		if (errno == EEXIST)
			err_set(err, ERR_FAILED, _("'%s' exists already: choose another name or use --force"), path);
		else
			err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
		unlink(temporary);
		goto out;
	}
	result = 0;
out:
	free(temporary);
	return result;
}

/* Makes one folder where there is none; errno says why it could not. */
static int make_one(const char *path)
{
	struct stat status;
	int why;

	if (mkdir(path, 0700) == 0)
		return 0;
	why = errno;
	if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
		return 0;
	errno = why == EEXIST ? ENOTDIR : why;
	return -1;
}

int file_make_folder(const char *path, struct err *err)
{
	char *copy = mem_strdup(path);
	int result = -1;

	for (char *slash = copy + (path[0] != '\0');; slash++) {
		char kept = *slash;

		if (kept && kept != '/')
			continue;
		*slash = '\0';
		if (make_one(copy) != 0) {
			err_set(err, ERR_FAILED, _("cannot make the folder '%s': %s"), copy, strerror(errno));
			goto out;
		}
		*slash = kept;
		if (!kept)
			break;
	}
	result = 0;
out:
	free(copy);
	return result;
}

bool file_exists(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0;
}

static char *under(const char *variable, const char *fallback, const char *name)
{
	const char *folder = getenv(variable);
	const char *home = getenv("HOME");

	/* A relative folder is to be ignored, says the XDG base directory specification. */
	if (folder && folder[0] == '/')
		return mem_printf("%s/%s", folder, name);
	if (!home || home[0] != '/')
		return NULL;
	return mem_printf("%s/%s/%s", home, fallback, name);
}

char *file_data_home(const char *name)
{
	return under("XDG_DATA_HOME", ".local/share", name);
}

char *file_config_home(const char *name)
{
	return under("XDG_CONFIG_HOME", ".config", name);
}
