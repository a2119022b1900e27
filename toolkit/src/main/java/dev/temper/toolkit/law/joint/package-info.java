/**
 * Fits one law to several sources at once, and says how alike their shapes are.
 *
 * <p>Read {@link dev.temper.toolkit.law.joint.JointFitting} first: it is the way in. {@link dev.temper.toolkit.law.joint.JointOptions} says
 * which parameters the sources share, {@link dev.temper.toolkit.law.joint.JointFit} is what comes out, and
 * {@link dev.temper.toolkit.law.joint.JointDraws} holds the curves of all sources that probabilities of ranks are counted on.
 */
@NullMarked
package dev.temper.toolkit.law.joint;

import org.jspecify.annotations.NullMarked;
