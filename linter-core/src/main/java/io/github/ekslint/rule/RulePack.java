package io.github.ekslint.rule;

import java.io.InputStream;

/**
 * A set of rules with their reference data. Packs are found through {@link java.util.ServiceLoader}; the built-in one is the
 * module {@code rules}.
 */
public interface RulePack {

    /** A short name, unique among the packs of a run. */
    String name();

    /** Where the pack's resources lie: rule folders, {@code data/}, and the index made at build time. */
    String root();

    /** The resource that lists the class names of the pack's compiled rule models. */
    String modelList();

    /**
     * A resource of the pack.
     *
     * @param path below {@link #root()}
     * @throws IllegalArgumentException when there is none
     */
    default InputStream open(String path) {
        String name = root() + "/" + path;
        InputStream stream = getClass().getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("the rule pack %s has no resource %s".formatted(name(), name));
        }
        return stream;
    }
}
