/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rulebook.h"

/* The rulebooks that come with Gram, for the tests of the rules. */

#define CCS_RULEBOOK "ccs-2027-01.json"
#define CCTS_RULEBOOK "ccts-2027-01.json"

/* The ones that came with it before; registries made then still use them. Without the section “choices” or “terms” … */

#define NO_TERMS_CCS_RULEBOOK "ccs-2026-12.json"
#define NO_CHOICES_CCTS_RULEBOOK "ccts-2026-12.json"

/* … without the section “cases”, too … */

#define NO_CASES_CCS_RULEBOOK "ccs-2026-11.json"
#define NO_CASES_CCTS_RULEBOOK "ccts-2026-11.json"

/* … and without the section “accounts” as well. */

#define OLD_CCS_RULEBOOK "ccs-2026-04.json"
#define OLD_CCTS_RULEBOOK "ccts-2024-01.json"

static inline char *
read_rulebook (const char *name)
{
  const char *root = g_getenv ("GRAM_SOURCE_ROOT");
  gboolean old = !g_str_equal (name, CCS_RULEBOOK) && !g_str_equal (name, CCTS_RULEBOOK);
  const char *folder = old ? "tests/fixtures/rulebooks" : "data/rulebooks";
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *json = NULL;

  g_assert_nonnull (root);
  path = g_build_filename (root, folder, name, NULL);
  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);

  return json;
}

static inline GramRulebook *
load_rulebook (const char *name)
{
  g_autofree char *json = read_rulebook (name);
  g_autoptr (GError) error = NULL;
  GramRulebook *rulebook = gram_rulebook_parse (json, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rulebook);
  return rulebook;
}
