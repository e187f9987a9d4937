/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * gram_discard_ask:
 * @dialog: a dialog with something typed in it
 *
 * Asks whether to go on editing or to discard what was typed; discards and closes it, if so. For `close_attempt`.
 */
void gram_discard_ask (AdwDialog *dialog);

G_END_DECLS
