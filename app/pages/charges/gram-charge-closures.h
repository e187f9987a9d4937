/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a row of a list of charges or payments says, in its cells and to a screen reader.
 */

/**
 * gram_charge_closures_bind:
 * @widget_class: class of a template that uses them
 *
 * Lets a template of a list of charges or payments use the closures `$charge_…` and `$payment_…`.
 */
void gram_charge_closures_bind (GtkWidgetClass *widget_class);

G_END_DECLS
