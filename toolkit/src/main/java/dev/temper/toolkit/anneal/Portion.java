package dev.temper.toolkit.anneal;

import dev.temper.toolkit.data.TextProfile;

/**
 * One part of the text that a run trains on.
 *
 * @param name the source's name: it seeds the pool's draw, so two sources never share their text
 * @param poolTokens unique tokens there are
 * @param text how the pool is written
 * @param windows windows of each batch that come from it
 */
public record Portion(String name, long poolTokens, TextProfile text, int windows) {}
