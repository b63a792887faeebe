package io.github.ekslint.reference;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A partition of AWS: a group of Regions with its own accounts, ARNs and DNS names.
 *
 * @param id such as {@code aws-cn}, the second part of its ARNs
 * @param dnsSuffix of its service endpoints, such as {@code amazonaws.com.cn}
 * @param regionPattern the form of its Region codes
 * @param regions the codes of the Regions that the table lists
 */
public record Partition(String id, String dnsSuffix, Pattern regionPattern, Set<String> regions) {

    /** Keeps its own copy of the Regions. */
    public Partition {
        regions = Set.copyOf(regions);
    }

    /** Whether a Region code has the form of this partition's; the Region need not exist. */
    public boolean matches(String region) {
        return regions.contains(region) || regionPattern.matcher(region).matches();
    }
}
