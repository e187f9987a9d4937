/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-claims.h"

#include "gram-case-parts.h"
#include "gram-formats.h"
#include "gram-json.h"
#include "gram-rows.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>

static AdwPreferencesGroup *
value_group_new (const GramCaseDetail *detail)
{
  const GramDisputeRecord *dispute = detail->dispute;
  GtkWidget *compare = gram_compare_new (_ ("It Says"), _ ("It Should Say"));

  gram_compare_add_field (GRAM_COMPARE (compare), detail, dispute->field,
                          dispute->stated != NULL ? dispute->stated : "", dispute->claimed);

  return ADW_PREFERENCES_GROUP (compare);
}

static AdwPreferencesGroup *
not_ours_group_new (const GramDisputeRecord *dispute)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *number = NULL;

  if (dispute->right_account != NULL && *dispute->right_account != '\0')
    number = gram_format_account_number (dispute->right_account);
  gram_rows_add_property (group, _ ("It Belongs on Account"),
                          number != NULL ? number : _ ("Not known"));

  return group;
}

/* What is known, in the order in which vehicles are shown. */
static void
add_details (AdwPreferencesGroup *group, const GramCaseDetail *detail)
{
  const char *json = detail->dispute->details;
  g_autoptr (JsonNode) node = NULL;
  GramJson root;

  node = json != NULL && *json != '\0' ? gram_json_parse (json, -1, NULL) : NULL;
  if (node == NULL)
    return;

  root = gram_json_root (node);
  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      const char *name = gram_vehicle_fields ()[i].name;
      const char *value = NULL;
      g_autofree char *text = NULL;

      if (!gram_json_has (&root, name) || !gram_json_get_text (&root, name, &value, NULL))
        continue;

      text = gram_case_detail_format (detail, name, value);
      gram_rows_add_property (group, gram_vehicle_field_title (name), text);
    }
}

static AdwPreferencesGroup *
missing_group_new (const GramCaseDetail *detail)
{
  const GramDisputeRecord *dispute = detail->dispute;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  gram_rows_add_property (group, gram_vehicle_field_title ("vin"), dispute->vin);
  gram_rows_add_property (group, gram_vehicle_field_title ("chassis"), dispute->chassis);
  add_details (group, detail);

  return group;
}

GtkWidget *
gram_case_claims_group_new (const GramCaseDetail *detail)
{
  const GramDisputeRecord *dispute;
  AdwPreferencesGroup *group;

  g_return_val_if_fail (detail != NULL, NULL);

  dispute = detail->dispute;
  if (dispute == NULL)
    return NULL;

  if (dispute->kind == GRAM_DISPUTE_VALUE)
    group = value_group_new (detail);
  else if (dispute->kind == GRAM_DISPUTE_NOT_OURS)
    group = not_ours_group_new (dispute);
  else
    group = missing_group_new (detail);
  adw_preferences_group_set_title (group, gram_dispute_kind_title (dispute->kind));
  gram_rows_add_property (group, _ ("Why"), dispute->reason);
  gram_rows_add_property (group, _ ("Cited"), dispute->citation);

  return GTK_WIDGET (group);
}
