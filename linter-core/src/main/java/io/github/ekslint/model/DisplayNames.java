package io.github.ekslint.model;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person calls a resource whose id is not known: its address, or words made of its key. */
final class DisplayNames {

    private static final Pattern WORD_END = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern NUMBER = Pattern.compile("#\\d*$");
    private static final Map<String, String> ABBREVIATED =
            Map.of("Vpc", "VPC", "KmsKey", "KMS key", "IamRole", "IAM role");

    private DisplayNames() {}

    /**
     * The words for a resource.
     *
     * @param kind the kind of the resource, such as {@code Subnet}
     * @param key its key, such as {@code Subnet/public/zone-1}, or {@code Cluster/blue/Vpc} for the VPC that only a cluster tells of
     * @param address of the resource, or of the one that tells of it; null in tools without addresses
     */
    static String of(String kind, String key, @Nullable String address) {
        boolean own = key.startsWith(kind + "/");
        String rest = own ? key.substring(kind.length() + 1) : key;
        boolean only = own ? rest.startsWith("?") : key.endsWith("/" + kind);
        if (address != null) {
            return only ? "the " + words(kind) + " of " + address : address;
        }
        if (key.equals(kind) || rest.equals("?")) {
            return "the " + words(kind);
        }
        if (only || (own && NUMBER.matcher(rest).find() && rest.contains("/"))) {
            return (key.endsWith("/" + kind) ? "the " : "a ") + words(kind) + " of " + owner(kind, rest);
        }
        int side = rest.startsWith("public/") || rest.startsWith("private/") ? rest.indexOf('/') : -1;
        return side < 0 ? rest : rest.substring(0, side) + " " + words(kind) + " " + rest.substring(side + 1);
    }

    private static String owner(String kind, String key) {
        String end = "/" + kind;
        String path = key.endsWith(end) ? key.substring(0, key.length() - end.length()) : key;
        String name = NUMBER.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
        return name.equals("?") ? "the cluster" : name;
    }

    private static String words(String kind) {
        String known = ABBREVIATED.get(kind);
        return known != null ? known : WORD_END.matcher(kind).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
