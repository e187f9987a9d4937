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
