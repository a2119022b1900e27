package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.LawForm;

/**
 * A form that could not be tried.
 *
 * @param form the form
 * @param reason why not, and what would make it possible
 */
public record Refused(LawForm form, String reason) {}
