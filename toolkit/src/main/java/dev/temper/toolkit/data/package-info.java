/**
 * What can be bought: data sources, what they cost, and how they are mixed. Read {@link dev.temper.toolkit.data.DataSource}
 * first.
 */
@NullMarked
package dev.temper.toolkit.data;

import org.jspecify.annotations.NullMarked;
