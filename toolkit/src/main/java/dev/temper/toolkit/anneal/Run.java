package dev.temper.toolkit.anneal;

/**
 * One execution of an anneal, named by the hash of all it asks for.
 *
 * @param id the request's id, the name of the run's folder
 * @param anneal what was planned
 * @param request what decides the numbers
 */
public record Run(String id, Anneal anneal, Request request) {
    Run(Anneal anneal, Request request) {
        this(request.id(), anneal, request);
    }
}
