/**
 * Other people's libraries: {@code %maven}, {@code %%pom} and {@code %classpath}.
 *
 * <p>Start with {@link dev.temper.kernel.library.MavenMagic}. What it is asked for becomes a project of Maven's, as the
 * body of {@code %%pom} is one already; {@code Maven} makes that project's effective model, and has Maven's own
 * resolver find and fetch its dependencies; {@code ClassPath} adds them, and tells where a library is there already in
 * another version. This is the only package that knows Maven.
 */
@NullMarked
package dev.temper.kernel.library;

import org.jspecify.annotations.NullMarked;
