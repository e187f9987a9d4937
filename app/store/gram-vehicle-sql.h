/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * GRAM_EFFECTIVE_CO2:
 *
 * SQL expression over the columns of `vehicle`: the emissions that count, millionths of g/km, -1 not known; the same as
 * gram_vehicle_record_effective_co2(), which a test pins. The one place where SQL says it.
 */
#define GRAM_EFFECTIVE_CO2                                                                         \
  "(CASE WHEN corrected < 0 AND co2 < 0 THEN -1"                                                   \
  " WHEN corrected >= 0 AND corrected <= saving OR corrected < 0 AND co2 <= saving THEN 0"         \
  " WHEN corrected >= 0 THEN corrected - saving ELSE co2 - saving END)"

/**
 * GRAM_TOTAL_COLUMNS:
 *
 * SQL expressions over the columns of `vehicle`: records, units, units whose CO₂ is known, units × effective CO₂, as
 * `vehicle_total` keeps them.
 */
#define GRAM_TOTAL_COLUMNS                                                                         \
  "count (*), coalesce (sum (units), 0),"                                                          \
  " coalesce (sum (CASE WHEN " GRAM_EFFECTIVE_CO2 " >= 0 THEN units ELSE 0 END), 0),"              \
  " coalesce (sum (CASE WHEN " GRAM_EFFECTIVE_CO2 " >= 0 THEN units * " GRAM_EFFECTIVE_CO2         \
  " ELSE 0 END), 0)"

/**
 * GRAM_REGISTRATION_COLUMNS:
 *
 * SQL expressions over the columns of `vehicle`: what `registration_total` keeps (arts 34, 36): records, NZE cars, of these
 * without a CO₂ value, cars that meet the zero-emission conditions, sum of emissions, sums of savings of cars that are not
 * and that are corrected. A saving never takes more off than there is. data/schema/0004-ccts.sql has the same.
 */
#define GRAM_REGISTRATION_COLUMNS                                                                  \
  "count (*), coalesce (sum (units) FILTER (WHERE zero_emission = 0), 0),"                         \
  " coalesce (sum (units) FILTER (WHERE zero_emission = 0 AND corrected < 0 AND co2 < 0), 0),"     \
  " coalesce (sum (units) FILTER (WHERE zero_emission = 1), 0),"                                   \
  " coalesce (sum (units * CASE WHEN corrected >= 0 THEN corrected WHEN co2 >= 0 THEN co2 ELSE 0"  \
  " END) FILTER (WHERE zero_emission = 0), 0),"                                                    \
  " coalesce (sum (CASE WHEN corrected < 0 AND co2 >= 0 THEN units * min (saving, co2) ELSE 0"     \
  " END) FILTER (WHERE zero_emission = 0), 0),"                                                    \
  " coalesce (sum (CASE WHEN corrected >= 0 THEN units * min (saving, corrected) ELSE 0"           \
  " END) FILTER (WHERE zero_emission = 0), 0)"
