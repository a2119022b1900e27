/**
 * The forms of scaling laws in the literature; {@link dev.temper.toolkit.law.form.LawForms} lists them.
 */
@NullMarked
package dev.temper.toolkit.law.form;

import org.jspecify.annotations.NullMarked;
