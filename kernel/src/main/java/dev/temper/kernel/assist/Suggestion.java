package dev.temper.kernel.assist;

/**
 * Something that can stand at the cursor.
 *
 * @param text what to put in
 * @param type what it is, in the words that JupyterLab has signs for: function, instance, class, module, keyword,
 *     property, magic, option
 * @param signature its type, or its parameters and what it returns, a line for each overload; empty when it has none
 */
public record Suggestion(String text, String type, String signature) {}
