package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A prefix list, as the EC2 API describes it (API_PrefixList, API_GetManagedPrefixListEntries). */
public record PrefixList(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    /** What records the entries; the query makes the answer say of which list it is. */
    private static final String DESCRIBE = "aws ec2 get-managed-prefix-list-entries --prefix-list-id {id} --query"
            + " \"{PrefixListId: '{id}', Entries: Entries}\" --output json";

    /** The id. */
    public static final Attribute<Value<String>> PREFIX_LIST_ID = Attribute.value("prefixListId", DESCRIBE);

    /** The CIDR blocks. */
    public static final Attribute<Listing<Value<String>>> ENTRIES = Attribute.list("entries", DESCRIBE);

    /** A list of which nothing but the id is known. */
    public static PrefixList unread(Value<String> id, Place place) {
        return new PrefixList(
                "PrefixList/" + id.known().orElse("?"),
                place,
                Truth.yes(),
                null,
                Attributes.builder().set(PREFIX_LIST_ID, id).build());
    }

    /** The CIDR blocks. */
    public Listing<Value<String>> entries() {
        return list(ENTRIES);
    }

    @Override
    public PrefixList with(Attributes others) {
        return new PrefixList(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return PREFIX_LIST_ID;
    }
}
