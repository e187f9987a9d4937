/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-form.h"
#include "gram-code.h"
#include "gram-fuzz.h"

#include <string.h>

static void
check_code (const char *text)
{
  g_autofree char *formatted = gram_code_format (text);
  g_autofree char *hash = gram_code_hash (text);
  g_autofree char *again = NULL;

  g_assert_true ((formatted == NULL) == (hash == NULL));
  if (formatted == NULL)
    return;
  again = gram_code_format (formatted);
  g_assert_cmpstr (again, ==, formatted);
}

/* What a field keeps it takes again as it is, and it comes back from the dictionary unchanged. */
static void
check_form (const char *text)
{
  g_autoptr (GramApplicationForm) form = gram_application_form_new ();
  g_autoptr (GramApplicationForm) again = NULL;
  g_autoptr (GVariant) written = NULL;

  for (int i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    {
      GramApplicationField field = (GramApplicationField)i;
      g_autoptr (GramRefusal) refusal = NULL;
      g_autofree char *kept = NULL;

      if (!gram_application_form_set (form, field, text, &refusal))
        {
          g_assert_true (g_utf8_validate (refusal->message, -1, NULL));
          continue;
        }
      kept = g_strdup (form->values[i]);
      g_assert_true (gram_application_form_set (form, field, kept, NULL));
      g_assert_cmpstr (form->values[i], ==, kept);
    }

  written = g_variant_ref_sink (gram_application_form_write (form));
  again = gram_application_form_read (written, NULL);
  g_assert_nonnull (again);
  for (int i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    g_assert_cmpstr (again->values[i], ==, form->values[i]);
}

/* What people type: a one-time code, and a field of the application for Fleet Average. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);

  check_code (text);
  check_form (text);
  return 0;
}
