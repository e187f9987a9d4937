/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-rules.h"
#include "gram-refusal.h"

G_BEGIN_DECLS

/*
 * Evidence: files of any kind. Nothing is ever unpacked or looked into; what a file is, its name alone says.
 */

/**
 * GRAM_ATTACHMENT_NAME_MAX:
 *
 * Longest name of an attachment, bytes of UTF-8, as most file systems have it.
 */
#define GRAM_ATTACHMENT_NAME_MAX 200

/**
 * gram_attachment_check_name:
 * @name: (nullable): name of a file, without a folder
 * @refusal: (out) (optional): `attachment.name`, which says what is wrong with it
 *
 * A name that is safe to write on any system: UTF-8, no parts of a path (`/`, `\`, `..`), no control or bidirectional
 * formatting characters, none of `< > : " | ? *`, no blank or dot at an end, no reserved name (`CON`, `NUL`, `COM1` …), at most
 * %GRAM_ATTACHMENT_NAME_MAX bytes.
 *
 * Returns: %TRUE if it is
 */
gboolean gram_attachment_check_name (const char *name, GramRefusal **refusal);

/**
 * gram_attachment_clean_name:
 * @name: (nullable): name of a file, bytes of any kind, perhaps with a path
 *
 * Makes a safe name of any other, keeping its extension: the last part of a path, `_` for what is not allowed, shortened. For
 * files that a person chose, and for names before they are written to a disk.
 *
 * Returns: (transfer full): a name that gram_attachment_check_name() takes
 */
char *gram_attachment_clean_name (const char *name);

/**
 * gram_attachment_check_size:
 * @rules: the rules in force
 * @size: bytes
 * @refusal: (out) (optional): `attachment.empty` or `attachment.too-large`, which names the limit
 *
 * Returns: %TRUE if @size is between 1 and the limit
 */
gboolean
gram_attachment_check_size (const GramCaseRules *rules, gint64 size, GramRefusal **refusal);

/**
 * gram_attachment_media_type:
 * @name: name of a file
 *
 * The media type by the extension alone.
 *
 * Returns: (transfer none): for example `application/pdf`; `application/octet-stream` for what is not known
 */
const char *gram_attachment_media_type (const char *name);

G_END_DECLS
