/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-fleet.h"

#include <gio/gio.h>
#include <string.h>

/* Without I, O, Q (ISO 3779). */
#define VIN_LETTERS "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"

typedef struct
{
  const char *make;
  const char *model;
  const char *maker;   /* World manufacturer identifier */
  const char *chassis; /* Model code of a Japanese frame number */
  const char *fuel;
  char type;
  int co2; /* g/km, about */
  int mass_kg;
  int engine_cc;
  int weight; /* How common */
} Model;

static const Model models[] = {
  { "TOYOTA", "AQUA", "JTD", "NHP10", "PETROL HYBRID", 'A', 82, 1080, 1496, 130 },
  { "TOYOTA", "PRIUS", "JTD", "ZVW30", "PETROL HYBRID", 'A', 89, 1350, 1797, 90 },
  { "TOYOTA", "COROLLA FIELDER", "JTN", "NKE165", "PETROL HYBRID", 'A', 95, 1170, 1496, 50 },
  { "TOYOTA", "RAV4", "JTM", "AXAH54", "PETROL HYBRID", 'A', 107, 1690, 2487, 60 },
  { "TOYOTA", "HILUX", "MR0", "GUN126", "DIESEL", 'B', 203, 2080, 2755, 70 },
  { "TOYOTA", "HIACE", "JTF", "GDH201", "DIESEL", 'B', 214, 2130, 2754, 30 },
  { "NISSAN", "LEAF", "SJN", "ZE1", "ELECTRIC", 'A', 0, 1520, 0, 45 },
  { "NISSAN", "NOTE", "JN1", "HE12", "PETROL HYBRID", 'A', 84, 1210, 1198, 40 },
  { "NISSAN", "X-TRAIL", "JN1", "NT32", "PETROL", 'A', 168, 1500, 1997, 30 },
  { "MAZDA", "AXELA", "JM0", "BM5FS", "PETROL", 'A', 131, 1280, 1496, 50 },
  { "MAZDA", "CX-5", "JM0", "KFEP", "PETROL", 'A', 164, 1540, 1997, 45 },
  { "MAZDA", "BT-50", "MM0", "", "DIESEL", 'B', 207, 2060, 2999, 15 },
  { "HONDA", "FIT", "JHM", "GP5", "PETROL HYBRID", 'A', 85, 1140, 1496, 55 },
  { "HONDA", "VEZEL", "JHM", "RU3", "PETROL HYBRID", 'A', 99, 1290, 1496, 25 },
  { "SUBARU", "IMPREZA", "JF1", "GP7", "PETROL", 'A', 151, 1360, 1995, 25 },
  { "SUZUKI", "SWIFT", "JSA", "ZC83S", "PETROL", 'A', 106, 900, 1242, 45 },
  { "MITSUBISHI", "OUTLANDER PHEV", "JMF", "GG2W", "PLUGIN PETROL HYBRID", 'A', 46, 1880, 1998,
    25 },
  { "MITSUBISHI", "TRITON", "MMA", "", "DIESEL", 'B', 226, 1930, 2442, 20 },
  { "FORD", "RANGER", "MNA", "", "DIESEL", 'B', 212, 2200, 1996, 60 },
  { "FORD", "PUMA", "WF0", "", "PETROL", 'A', 122, 1280, 999, 40 },
  { "FORD", "KUGA", "WF0", "", "PLUGIN PETROL HYBRID", 'A', 26, 1840, 2488, 25 },
  { "VOLKSWAGEN", "GOLF", "WVW", "", "PETROL", 'A', 126, 1340, 1498, 50 },
  { "VOLKSWAGEN", "ID.4", "WVG", "", "ELECTRIC", 'A', 0, 2120, 0, 20 },
  { "Škoda", "Octavia", "TMB", "", "PETROL", 'A', 119, 1370, 1498, 20 },
  { "BMW", "320i", "WBA", "", "PETROL", 'A', 146, 1520, 1998, 22 },
  { "BMW", "iX3", "WBY", "", "ELECTRIC", 'A', 0, 2260, 0, 8 },
  { "MERCEDES-BENZ", "A 180", "W1K", "", "PETROL", 'A', 133, 1400, 1332, 20 },
  { "Citroën", "C3", "VF7", "", "PETROL", 'A', 119, 1090, 1199, 12 },
  { "KIA", "NIRO", "KNA", "", "PETROL HYBRID", 'A', 100, 1450, 1580, 30 },
  { "HYUNDAI", "KONA ELECTRIC", "KMH", "", "ELECTRIC", 'A', 0, 1690, 0, 22 },
  { "MG", "ZS EV", "LSJ", "", "ELECTRIC", 'A', 0, 1610, 0, 25 },
  { "TESLA", "MODEL Y", "LRW", "", "ELECTRIC", 'A', 0, 1920, 0, 40 },
  { "FERRARI", "ROMA", "ZFF", "", "PETROL", 'A', 255, 1570, 3855, 1 },
};

/* Splitmix64. */
static guint64
mix (guint64 x)
{
  x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x = (x ^ x >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ x >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ x >> 31;
}

guint64
gram_test_random (guint64 seed, guint64 number, guint64 below)
{
  return mix (mix (seed) ^ mix (number * 2 + 1)) % below;
}

static const Model *
choose_model (guint64 random)
{
  guint64 sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (models); i++)
    sum += (guint64)models[i].weight;
  random %= sum;
  for (gsize i = 0;; i++)
    {
      if (random < (guint64)models[i].weight)
        return &models[i];
      random -= (guint64)models[i].weight;
    }
}

/* Maker, six characters of the model, year and works, then a serial that no other number has. */
static char *
make_vin (const char *maker, guint64 random, guint64 number)
{
  char vin[18];
  guint64 serial = number;

  memcpy (vin, maker, 3);
  for (int i = 3; i < 10; i++, random /= 33)
    vin[i] = VIN_LETTERS[random % 33];
  vin[10] = VIN_LETTERS[10 + serial / 1000000 % 23];
  g_snprintf (vin + 11, 7, "%06u", (guint)(serial % 1000000));
  return g_strdup (vin);
}

static void
set_identifier (GramVehicleRecord *record,
                const GramTestFleet *fleet,
                const Model *model,
                guint64 random,
                guint64 number)
{
  gboolean used = fleet->kind == GRAM_ACCOUNT_CCS_USED && *model->chassis != '\0';

  if (used)
    record->chassis = g_strdup_printf ("%s-%07" G_GUINT64_FORMAT, model->chassis, number);
  /* A used vehicle gets its VIN in the country, some later than others. */
  if (!used || random % 8 != 0)
    record->vin = make_vin (used ? "7AT" : model->maker, random, number);
  g_set_str (&record->label, record->vin != NULL ? record->vin : record->chassis);
}

static void
set_emissions (GramVehicleRecord *record,
               const GramTestFleet *fleet,
               const Model *model,
               guint64 random)
{
  gint64 tenths = model->co2 * 10 + (model->co2 > 0 ? (gint64)(random % 200) - 100 : 0);

  /* Some are not known. */
  if (random % 13 == 5)
    return;
  record->co2_micro = tenths * 100000;
  g_set_str (&record->test_cycle, fleet->kind == GRAM_ACCOUNT_CCS_USED ? "JC08" : "WLTP");
  g_set_str (&record->co2_source,
             fleet->kind == GRAM_ACCOUNT_CCS_USED ? "converted" : "manufacturer");
  if (fleet->kind == GRAM_ACCOUNT_CCTS && model->co2 > 0 && random % 7 == 0)
    {
      record->saving_micro = (gint64)(100000 + random / 7 % 30 * 50000);
      g_set_str (&record->eco_codes, "e13 28");
    }
}

GramVehicleRecord *
gram_test_fleet_vehicle (const GramTestFleet *fleet, gint64 account_id, guint64 number)
{
  GramVehicleRecord *record = gram_vehicle_record_new ();
  guint64 random = mix (mix (fleet->seed * 31 + fleet->kind) ^ number);
  const Model *model = choose_model (mix (random));
  int year = 2023 + (int)(mix (random + 1) % 3);

  record->account_id = account_id;
  set_identifier (record, fleet, model, random, number);
  g_set_str (&record->make, model->make);
  g_set_str (&record->model, model->model);
  g_set_str (&record->variant, random % 3 == 0 ? "S" : "");
  g_set_str (&record->vehicle_class, fleet->kind == GRAM_ACCOUNT_CCTS ? "M1"
                                     : model->type == 'B'             ? "NA"
                                                                      : "MA");
  g_set_str (&record->fuel, model->fuel);
  record->type = fleet->kind == GRAM_ACCOUNT_CCTS ? '\0' : model->type;
  record->made_year = fleet->kind == GRAM_ACCOUNT_CCS_USED ? year - 6 - (int)(random % 5) : year;
  record->engine_cc = model->engine_cc;
  record->mass_kg = random % 50 == 7 ? 0 : model->mass_kg + (int)(mix (random + 2) % 120);
  set_emissions (record, fleet, model, mix (random + 3));
  record->registered_on = g_strdup_printf ("%04d-%02d-%02d", year, 1 + (int)(mix (random + 4) % 12),
                                           1 + (int)(mix (random + 5) % 28));
  record->missing = gram_vehicle_record_missing (record, fleet->kind);
  record->attention = record->missing != 0 ? GRAM_ATTENTION_INCOMPLETE : GRAM_ATTENTION_NONE;
  record->entered_at = G_GINT64_CONSTANT (1764547200000000) + (gint64)number;
  return record;
}

static void
append_grams (GString *line, gint64 micro)
{
  if (micro > 0)
    g_string_append_printf (line, "%" G_GINT64_FORMAT ".%02d", micro / 1000000,
                            (int)(micro % 1000000 / 10000));
  else if (micro == 0)
    g_string_append_c (line, '0');
}

static void
append_row (GString *line, const GramVehicleRecord *v)
{
  char type[2] = { v->type, '\0' };

  g_string_append_printf (line, "%s,%s,%s,%s,%s,%s,%s,%d,%s,", v->vin != NULL ? v->vin : "",
                          v->chassis != NULL ? v->chassis : "", v->make, v->model, v->variant,
                          v->vehicle_class, type, v->made_year, v->fuel);
  if (v->engine_cc > 0)
    g_string_append_printf (line, "%d", v->engine_cc);
  g_string_append_c (line, ',');
  if (v->mass_kg > 0)
    g_string_append_printf (line, "%d", v->mass_kg);
  g_string_append_printf (line, ",%s,%s,", v->test_cycle, v->co2_source);
  append_grams (line, v->co2_micro);
  g_string_append_c (line, ',');
  if (v->saving_micro > 0)
    append_grams (line, v->saving_micro);
  g_string_append_printf (line, ",%s,%s\n", v->eco_codes, v->registered_on);
}

gboolean
gram_test_fleet_write_csv (const GramTestFleet *fleet,
                           guint64 first,
                           guint64 n_vehicles,
                           const char *path,
                           GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GString) text = NULL;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return FALSE;
  text = g_string_new ("vin,chassis,make,model,variant,class,type,made_year,fuel,engine_cc,mass_kg,"
                       "test_cycle,co2_source,co2_g_km,saving_g_km,eco_codes,registered_on\n");
  for (guint64 i = 0; i < n_vehicles; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = gram_test_fleet_vehicle (fleet, 1, first + i);

      append_row (text, vehicle);
      if (text->len < 1 << 20 && i + 1 < n_vehicles)
        continue;
      if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), text->str, text->len, NULL, NULL,
                                      error))
        return FALSE;
      g_string_truncate (text, 0);
    }
  return g_output_stream_write_all (G_OUTPUT_STREAM (stream), text->str, text->len, NULL, NULL,
                                    error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/* @length characters of @text from a place that @random says. */
static char *
cut (const char *text, glong length, guint64 random)
{
  glong whole = g_utf8_strlen (text, -1);
  glong start;

  if (whole <= length)
    return g_strdup (text);
  start = (glong)(random % (guint64)(whole - length + 1));
  return g_utf8_substring (text, start, start + length);
}

char *
gram_test_fleet_search (const GramTestFleet *fleet, guint64 n_vehicles, guint64 number)
{
  guint64 random = mix (fleet->seed ^ mix (number));
  g_autoptr (GramVehicleRecord) vehicle = gram_test_fleet_vehicle (fleet, 1, random % n_vehicles);
  g_autofree char *part = NULL;
  glong length = 3 + (glong)(mix (random + 1) % 6);

  random = mix (random + 2);
  switch (number % 10)
    {
    case 0:
      return g_strdup (vehicle->label);
    case 1:
    case 2:
    case 3:
      return cut (vehicle->label, length, random);
    case 4:
      return cut (vehicle->chassis != NULL ? vehicle->chassis : vehicle->label, length + 2, random);
    case 5:
      return g_utf8_strdown (vehicle->make, -1);
    case 6:
      return cut (vehicle->model, length, random);
    case 7:
      part = cut (vehicle->label, 3, random);
      return g_strdup_printf ("%s %s", vehicle->make, part);
    case 8:
      return cut (vehicle->make, 3, 0);
    default:
      return cut (vehicle->label, 1 + (glong)(random % 2), 0);
    }
}
