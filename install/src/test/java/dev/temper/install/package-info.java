/** Tests of the whole as its user meets it: scripts, the registered kernel, notebooks. */
@NullMarked
package dev.temper.install;

import org.jspecify.annotations.NullMarked;
