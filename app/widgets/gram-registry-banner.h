/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_REGISTRY_BANNER (gram_registry_banner_get_type ())
G_DECLARE_FINAL_TYPE (GramRegistryBanner, gram_registry_banner, GRAM, REGISTRY_BANNER, AdwBin)

/**
 * gram_registry_banner_new:
 *
 * The banner of a practice registry: that its data are made up, which day it takes for today, and a button that switches
 * the person; not there in other registries. Below it, in every registry, that something waits for who is signed in: an
 * invitation, the offer of an ownership, a request to approve. Every destination has it under its header bar.
 *
 * Property `session` (#GramSession, nullable, read and write).
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_registry_banner_new (void);

/**
 * gram_registry_banner_set_session:
 * @self: a banner
 * @session: (nullable): the session
 *
 * Follows @session.
 */
void gram_registry_banner_set_session (GramRegistryBanner *self, GramSession *session);

G_END_DECLS
