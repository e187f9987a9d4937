/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-settings.h"

#define SCHEMA "io.github.gramledger.Gram"
#define MAX_RECENT 8

GSettings *
gram_settings_new (void)
{
  return g_settings_new (SCHEMA);
}

/* The recent ones but @path, with @path and @title in front if there is a title. */
static void
write_recent (GSettings *settings, const char *path, const char *title)
{
  g_autoptr (GVariant) before = g_settings_get_value (settings, "recent-registries");
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssx)"));
  GVariantIter iter;
  const char *other;
  const char *other_title;
  gint64 at;
  guint n = 0;

  if (title != NULL)
    {
      g_variant_builder_add (&builder, "(ssx)", path, title, g_get_real_time () / G_USEC_PER_SEC);
      n++;
    }
  g_variant_iter_init (&iter, before);
  while (n < MAX_RECENT && g_variant_iter_next (&iter, "(&s&sx)", &other, &other_title, &at))
    if (!g_str_equal (other, path))
      {
        g_variant_builder_add (&builder, "(ssx)", other, other_title, at);
        n++;
      }
  g_settings_set_value (settings, "recent-registries", g_variant_builder_end (&builder));
}

void
gram_settings_note_registry (GSettings *settings, const char *path, const char *title)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (path != NULL && title != NULL);

  write_recent (settings, path, title);
  g_settings_set_string (settings, "last-registry", path);
}

void
gram_settings_forget_registry (GSettings *settings, const char *path)
{
  g_autofree char *last = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (path != NULL);

  write_recent (settings, path, NULL);
  last = g_settings_get_string (settings, "last-registry");
  if (g_str_equal (last, path))
    g_settings_reset (settings, "last-registry");
}
