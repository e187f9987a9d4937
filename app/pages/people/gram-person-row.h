/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_PERSON_ITEM (gram_person_item_get_type ())
G_DECLARE_FINAL_TYPE (GramPersonItem, gram_person_item, GRAM, PERSON_ITEM, GObject)

/**
 * gram_person_item_new:
 * @name: name of the person
 * @email: e-mail
 * @detail: role, or permissions
 *
 * A person in a list. Properties, read-only: `name`, `email`, `detail`.
 *
 * Returns: (transfer full): the item
 */
GramPersonItem *gram_person_item_new (const char *name, const char *email, const char *detail);

/**
 * gram_person_factory_new:
 *
 * Makes the rows of a list of #GramPersonItem: avatar, name, e-mail, detail.
 *
 * Returns: (transfer full): the factory
 */
GtkListItemFactory *gram_person_factory_new (void);

G_END_DECLS
