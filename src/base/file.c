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

/* Whether a file may be written there. 0, or -1 with err set. */
static int check_target(const char *path, bool force, struct err *err)
{
	struct stat status;

	if (!force && file_exists(path))
		return err_set(err, ERR_FAILED, _("'%s' exists already: choose another name or use --force"), path);
	if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
		return err_set(err, ERR_FAILED, _("cannot write '%s': it is a folder: name a file"), path);
	/* A device would be replaced by a file of its name. */
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
		return err_set(err, ERR_FAILED,
			_("cannot write '%s': it is not a regular file: choose another name"), path);
	return 0;
}

/* Writes to a temporary file beside the path, flushed to the disk. Its name, for free(); NULL with err set. */
static char *write_temporary(const char *path, const char *data, size_t length, struct err *err)
{
	char *temporary = mem_printf("%s.XXXXXX", path);
	mode_t mask = umask(0);
	int fd;

	umask(mask);
	fd = mkstemp(temporary);
	if (fd >= 0 && fchmod(fd, 0666 & ~mask) == 0 && write_all(fd, data, length) == 0 && fsync(fd) == 0) {
		close(fd);
		return temporary;
	}
	err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
	if (fd >= 0) {
		close(fd);
		unlink(temporary);
	}
	free(temporary);
	return NULL;
}

/* Gives a temporary file its name, or removes it. 0, or -1 with err set. */
static int finish(const char *temporary, const char *path, bool force, struct err *err)
{
	if (put_in_place(temporary, path, force) == 0)
		return 0;
	if (errno == EEXIST)
		err_set(err, ERR_FAILED, _("'%s' exists already: choose another name or use --force"), path);
	else
		err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
	unlink(temporary);
	return -1;
}

int file_write(const char *path, const char *data, size_t length, bool force, struct err *err)
{
	char *temporary = check_target(path, force, err) == 0 ? write_temporary(path, data, length, err) : NULL;
	int result = temporary ? finish(temporary, path, force, err) : -1;

	free(temporary);
	return result;
}

int file_write_folder(const char *folder, const struct file_part *parts, size_t count, bool force, struct err *err)
{
	char **paths = mem_zalloc(count, sizeof *paths), **temporaries = mem_zalloc(count, sizeof *temporaries);
	bool was_there = file_exists(folder);
	size_t done = 0;
	int result = file_make_folder(folder, err);

	for (size_t i = 0; result == 0 && i < count; i++) {
		paths[i] = mem_printf("%s/%s", folder, parts[i].name);
		result = check_target(paths[i], force, err);
	}
	for (size_t i = 0; result == 0 && i < count; i++) {
		temporaries[i] = write_temporary(paths[i], parts[i].data, parts[i].length, err);
		result = temporaries[i] ? 0 : -1;
	}
	for (; result == 0 && done < count; done += result == 0) {
		result = finish(temporaries[done], paths[done], force, err);
		if (result != 0)
			mem_set(&temporaries[done], NULL);
	}
	for (size_t i = 0; i < count; i++) {
		if (result != 0 && i >= done && temporaries[i])
			unlink(temporaries[i]);
		/* What took the place of an older one stays: the older one is gone. */
		if (result != 0 && i < done && !force)
			unlink(paths[i]);
		free(temporaries[i]);
		free(paths[i]);
	}
	if (result != 0 && !was_there)
		rmdir(folder);
	free(temporaries);
	free(paths);
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

bool file_has_end(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');

	return dot && dot > name && dot[1];
}
