/* Starts the process again, without a check that crashed or hung. See Sources/Checks/RuleWatch.swift. */
#ifndef RULE_GUARD_H
#define RULE_GUARD_H

#include <stddef.h>
#include <stdint.h>

/* Catches crashes from now on, and watches for checks that use more than `seconds` of processor time.
   Writes the notes of earlier starts, "rule,item,isHang;…", to `notes`; returns their length. */
size_t rule_guard_arm(uint32_t seconds, char *notes, size_t capacity);

/* Tells that the calling thread begins, or ends, check `rule` on `item`. */
void rule_guard_enter(int32_t rule, int32_t item);
void rule_guard_leave(void);

#endif
