package io.github.ekslint.reader;

import java.util.Optional;

/** Says which clusters a Kubernetes manifest is written for, since a manifest does not say so itself. */
@FunctionalInterface
public interface ManifestOwners {

    /**
     * Whether a manifest is for a cluster; it may be for several, or for none.
     *
     * @param uri the manifest's file, as reports name it
     * @param cluster the cluster's name
     * @param region the cluster's Region; empty when it is not known
     */
    boolean isFor(String uri, String cluster, Optional<String> region);
}
