package dev.mendline.engine.catalog;

import dev.mendline.engine.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Findings of probes that stand for a symptom: an application that connects at that time logs it.
 *
 * @param when the condition on the findings
 * @param detail the finer distinction inside the symptom; null if there is none
 */
public record ProbeSign(Condition when, @Nullable String detail) {}
