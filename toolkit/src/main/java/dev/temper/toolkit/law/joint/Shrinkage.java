package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Interval;

/**
 * How alike the sources are in one parameter, as their data tell it.
 *
 * @param parameter its name; that of the floor stands for the floor's share of the loss in the middle of the data
 * @param sources how many it was estimated on
 * @param middle what the sources are drawn towards
 * @param scale the standard deviation of the sources about the middle: its posterior median, with the posterior interval
 * @param restricted the restricted maximum-likelihood estimate of that scale, without any prior; 0 where the likelihood only falls
 * @param prior the median of the weak prior of the scale: the sampling error of the parameter in one source's own fit
 */
public record Shrinkage(
        String parameter, int sources, double middle, Interval scale, double restricted, double prior) {}
