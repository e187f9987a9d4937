/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The part of a desktop that shows notifications. What the program sends there, a test reads here; without it GIO warns
 * whenever a test happens to be slow enough for a notice to become one.
 */

/* Puts it on the session bus, once for a program. */
void gram_test_desktop_make (void);

/* (transfer none) (element-type utf8): title and body of each that was sent, with a line break between, in their order. */
GPtrArray *gram_test_desktop_get_shown (void);

G_END_DECLS
