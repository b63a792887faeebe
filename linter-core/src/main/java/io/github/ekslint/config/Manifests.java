package io.github.ekslint.config;

import io.github.ekslint.source.Glob;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which Kubernetes manifests belong to which cluster.
 *
 * @param folder the folder that patterns are relative to, absolute
 * @param workingFolder the folder that the names of files in reports are relative to, absolute
 * @param claims in the order written
 */
public record Manifests(String folder, String workingFolder, List<Claim> claims) {

    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:[/\\\\].*");

    /** Keeps its own copy; both folders with {@code /} and without one at the end. */
    public Manifests {
        folder = slashed(folder);
        workingFolder = slashed(workingFolder);
        claims = List.copyOf(claims);
    }

    /**
     * The manifests of one cluster.
     *
     * @param region empty when the name alone tells
     * @param globs of files, or of folders with all that is in them
     */
    public record Claim(Optional<String> region, String cluster, List<Glob> globs) {
        /** Keeps its own copy of the patterns. */
        public Claim {
            globs = List.copyOf(globs);
        }

        private boolean is(String name, Optional<String> where) {
            return cluster.equals(name) && (region.isEmpty() || where.isEmpty() || region.equals(where));
        }

        private boolean holds(String path) {
            for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
                String part = path.substring(0, end);
                if (globs.stream().anyMatch(g -> g.matches(part))) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Whether a manifest belongs to a cluster.
     *
     * @param uri the file as reports name it
     * @param region of the cluster, when it is known
     */
    public boolean belongs(String uri, String cluster, Optional<String> region) {
        String path = ABSOLUTE.matcher(uri).matches() ? slashed(uri) : workingFolder + "/" + uri;
        return path.startsWith(folder + "/")
                && claims.stream()
                        .filter(c -> c.is(cluster, region))
                        .anyMatch(c -> c.holds(path.substring(folder.length() + 1)));
    }

    private static String slashed(String path) {
        String slashed = path.replace('\\', '/');
        return slashed.endsWith("/") ? slashed.substring(0, slashed.length() - 1) : slashed;
    }
}
