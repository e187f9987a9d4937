/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-claims.h"

#include "gram-case-parts.h"
#include "gram-formats.h"
#include "gram-json.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>

GtkWidget *
gram_property_row_new (const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");

  return row;
}

static void
add (GtkWidget *group, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), gram_property_row_new (title, value));
}

static GtkWidget *
value_group_new (const GramDisputeRecord *dispute)
{
  GtkWidget *compare = gram_compare_new (_ ("It Says"), _ ("It Should Say"));

  gram_compare_add_field (GRAM_COMPARE (compare), dispute->field,
                          dispute->stated != NULL ? dispute->stated : "", dispute->claimed);

  return compare;
}

static GtkWidget *
not_ours_group_new (const GramDisputeRecord *dispute)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *number = NULL;

  if (dispute->right_account != NULL && *dispute->right_account != '\0')
    number = gram_format_account_number (dispute->right_account);
  add (group, _ ("It Belongs on Account"), number != NULL ? number : _ ("Not known"));

  return group;
}

/* What is known, in the order in which vehicles are shown. */
static void
add_details (GtkWidget *group, const char *json)
{
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

      text = gram_vehicle_field_format_for_people (name, value);
      add (group, gram_vehicle_field_title (name), text);
    }
}

static GtkWidget *
missing_group_new (const GramDisputeRecord *dispute)
{
  GtkWidget *group = adw_preferences_group_new ();

  add (group, gram_vehicle_field_title ("vin"), dispute->vin);
  add (group, gram_vehicle_field_title ("chassis"), dispute->chassis);
  add_details (group, dispute->details);

  return group;
}

GtkWidget *
gram_case_claims_group_new (const GramCaseDetail *detail)
{
  const GramDisputeRecord *dispute;
  GtkWidget *group;

  g_return_val_if_fail (detail != NULL, NULL);

  dispute = detail->dispute;
  if (dispute == NULL)
    return NULL;

  if (dispute->kind == GRAM_DISPUTE_VALUE)
    group = value_group_new (dispute);
  else if (dispute->kind == GRAM_DISPUTE_NOT_OURS)
    group = not_ours_group_new (dispute);
  else
    group = missing_group_new (dispute);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   gram_dispute_kind_title (dispute->kind));
  add (group, _ ("Why"), dispute->reason);
  add (group, _ ("Cited"), dispute->citation);

  return group;
}
