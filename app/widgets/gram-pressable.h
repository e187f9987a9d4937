/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gram_pressable_install:
 * @widget: a row or check button that GTK shows to assistive technology without an action
 *
 * Gives @widget the parameterless action `widget.press`, which activates it, so that a screen reader (and an end-to-end
 * test) can do what a click does. For `AdwButtonRow`, activatable `AdwActionRow`, `AdwExpanderRow`, `AdwComboRow` and
 * `GtkCheckButton`; see the style guide §11b. A second call does nothing.
 */
void gram_pressable_install (GtkWidget *widget);

/**
 * gram_pressable_install_all:
 * @root: a widget whose template was initialised
 *
 * Makes every such row and check button below @root pressable.
 */
void gram_pressable_install_all (GtkWidget *root);

/**
 * gram_pressable_set_name:
 * @row: an #AdwPreferencesRow
 * @name: what a screen reader shall say
 *
 * Gives a row another accessible name than its title: a row is labelled by the label inside it, and that goes before a
 * name of its own, so the one has to go for the other.
 */
void gram_pressable_set_name (GtkWidget *row, const char *name);

G_END_DECLS
