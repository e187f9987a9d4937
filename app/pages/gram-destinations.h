/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GramDestination:
 * @name: stable name, also of its action `win.go-NAME` and in the settings
 * @title: translatable (N_()) title
 * @icon_name: its icon
 * @get_type: type of its page, an AdwNavigationPage with a construct property `session`
 * @account: it is about the current account
 * @administrator: it is for the administrator's side; with @account it is about all accounts there, and about the current
 *   one for others
 * @schemes: of an account, it is only for those of these schemes: bit set of #GramScheme; 0 all
 *
 * A place that the sidebar leads to.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
  gboolean account;
  gboolean administrator;
  guint schemes;
} GramDestination;

/**
 * gram_destinations_get:
 * @n_destinations: (out): how many
 *
 * Returns: (transfer none) (array length=n_destinations): the destinations, as the sidebar shows them
 */
const GramDestination *gram_destinations_get (guint *n_destinations);

/**
 * gram_destinations_find:
 * @name: (nullable): name of a destination
 * @position: (out): where it stands
 *
 * Returns: %FALSE if there is none of that name
 */
gboolean gram_destinations_find (const char *name, guint *position);

G_END_DECLS
