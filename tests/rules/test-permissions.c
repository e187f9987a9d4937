/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-permissions.h"

#define V GRAM_PERMISSION_VIEW
#define G GRAM_PERMISSION_GRANT
#define A GRAM_PERMISSION_ACCEPT
#define T GRAM_PERMISSION_TRANSFER
#define E GRAM_PERMISSION_EDIT

/* CCS facts §11: view is implied by every other one. */
static const struct
{
  guint from;
  guint to;
} normal[] = {
  { 0, 0 },
  { V, V },
  { G, V | G },
  { A | T, V | A | T },
  { 1u << 5, 0 },
  { 1u << 31 | E, V | E },
  { G | A | T | E, GRAM_PERMISSION_ALL },
};

static void
test_normalise (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (normal); i++)
    g_assert_cmphex (gram_permissions_normalise (normal[i].from), ==, normal[i].to);
}

/* CCS facts §11: nobody grants a permission that they lack. */
static const struct
{
  guint granter;
  guint before;
  guint after;
  guint lacking;
} grants[] = {
  { V | G, 0, V, 0 },
  { V | G, 0, V | G, 0 },
  { V | G, 0, V | A, A },
  { V | G, 0, A | T, A | T },
  /* What the other one has already is not granted by keeping it … */
  { V | G, V | A, V | A, 0 },
  { V | G, V | A, V | A | G, 0 },
  { V | G, V | A, V | A | T, T },
  /* … and taking away is no granting. */
  { V | G, GRAM_PERMISSION_ALL, V, 0 },
  { G, 0, V, 0 },
  { 0, 0, V, V },
  { GRAM_PERMISSION_ALL, 0, GRAM_PERMISSION_ALL, 0 },
};

static void
test_lacking (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (grants); i++)
    g_assert_cmphex (gram_permissions_lacking (grants[i].granter, grants[i].before,
                                               grants[i].after),
                     ==, grants[i].lacking);
}

/* Whatever chain of grants is made, nobody has a permission that the first one lacks. */
static void
test_chain (void)
{
  for (int round = 0; round < 2000; round++)
    {
      guint first = gram_permissions_normalise ((guint)g_test_rand_int_range (1, 32) | G);
      guint people[4] = { first, 0, 0, 0 };

      for (int step = 0; step < 20; step++)
        {
          guint granter = people[g_test_rand_int_range (0, 4)];
          guint *other = &people[g_test_rand_int_range (1, 4)];
          guint after = gram_permissions_normalise ((guint)g_test_rand_int_range (0, 32));

          if ((granter & G) != 0 && gram_permissions_lacking (granter, *other, after) == 0)
            *other = after;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
        g_assert_cmphex (people[i] & ~first, ==, 0);
    }
}

/* The presets of the issue over the five permissions of the source text. */
static const struct
{
  GramPreset preset;
  guint permissions;
} presets[] = {
  { GRAM_PRESET_OWNER, V | G | A | T | E },
  { GRAM_PRESET_COMPLIANCE_OFFICER, V | A | T | E },
  { GRAM_PRESET_TRADER, V | T },
  { GRAM_PRESET_READ_ONLY, V },
  { GRAM_PRESET_NONE, 0 },
};

static void
test_presets (void)
{
  gsize n_rows;
  const GramPresetRow *rows = gram_preset_rows (&n_rows);

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      g_assert_cmphex (gram_preset_permissions (presets[i].preset), ==, presets[i].permissions);
      if (presets[i].preset != GRAM_PRESET_OWNER)
        g_assert_cmpint (gram_permissions_preset (presets[i].permissions, FALSE), ==,
                         presets[i].preset);
      g_assert_cmpint (gram_permissions_preset (presets[i].permissions, TRUE), ==,
                       GRAM_PRESET_OWNER);
    }
  g_assert_cmpint (gram_permissions_preset (GRAM_PERMISSION_ALL, FALSE), ==, GRAM_PRESET_NONE);
  g_assert_cmpint (gram_permissions_preset (V | G, FALSE), ==, GRAM_PRESET_NONE);

  g_assert_cmpuint (n_rows, ==, 4);
  for (gsize i = 0; i < n_rows; i++)
    {
      g_assert_cmpstr (gram_word_for ("preset", (int)rows[i].preset), !=, "");
      g_assert_cmphex (gram_permissions_normalise (rows[i].permissions), ==, rows[i].permissions);
      g_assert_true (g_str_has_suffix (rows[i].sentence, "."));
    }
}

static void
test_format (void)
{
  g_autofree char *none = gram_permissions_format (0);
  g_autofree char *two = gram_permissions_format (T | V);
  g_autofree char *all = gram_permissions_format (GRAM_PERMISSION_ALL);
  gsize n_rows;
  const GramPermissionRow *rows = gram_permission_rows (&n_rows);
  guint seen = 0;

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "view account, transfer credits");
  g_assert_cmpstr (all, ==,
                   "view account, add users and grant permissions, accept and dispute vehicles, "
                   "transfer credits, edit account details");
  for (gsize i = 0; i < n_rows; i++)
    seen |= (guint)rows[i].permission;
  g_assert_cmphex (seen, ==, GRAM_PERMISSION_ALL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/permissions/normalise", test_normalise);
  g_test_add_func ("/permissions/lacking", test_lacking);
  g_test_add_func ("/permissions/chain", test_chain);
  g_test_add_func ("/permissions/presets", test_presets);
  g_test_add_func ("/permissions/format", test_format);

  return g_test_run ();
}
