package io.github.ekslint.source;

/**
 * How much of an input is read, so that no input can take unbounded memory or time.
 *
 * @param maxYamlBytes largest YAML file; composing YAML takes some 35 times its size in memory
 * @param maxJsonBytes largest JSON file, and largest file at all
 * @param maxDepth how deep mappings and lists may be nested; deeper parts are left out with a problem
 * @param maxAliasedNodes how many nodes the aliases of one YAML document may stand for in all
 */
public record Limits(int maxYamlBytes, long maxJsonBytes, int maxDepth, int maxAliasedNodes) {

    /** 10 MB of YAML, 100 MB of JSON, 100 levels, 100 000 nodes behind aliases. */
    public static final Limits DEFAULT = new Limits(10_000_000, 100_000_000L, 100, 100_000);

    /** Checks that every limit is at least 1. */
    public Limits {
        if (maxYamlBytes < 1 || maxJsonBytes < 1 || maxDepth < 1 || maxAliasedNodes < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }
}
