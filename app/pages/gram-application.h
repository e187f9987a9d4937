/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_APPLICATION (gram_application_get_type ())
G_DECLARE_FINAL_TYPE (GramApplication, gram_application, GRAM, APPLICATION, AdwApplication)

/**
 * gram_application_new:
 *
 * The program: `--practice` opens the practice registry, `--new-window` a further window, a file argument opens a
 * registry. Without any of them the registry that was open last is opened again, if the person wants that.
 *
 * Returns: (transfer full): the application
 */
GramApplication *gram_application_new (void);

G_END_DECLS
