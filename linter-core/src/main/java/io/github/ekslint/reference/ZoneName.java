package io.github.ekslint.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a zone says
 * (<a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html">EC2 User Guide, Regions
 * and Zones</a>). Names of Availability Zones hold for one account only; their ids are the same everywhere.
 *
 * @param name as written
 * @param region the code of the Region it belongs to
 * @param kind what it is
 */
public record ZoneName(String name, String region, Kind kind) {

    private static final Pattern FORM = Pattern.compile(
            "([a-z]{2,4}(?:-[a-z]{2,6})?-[a-z]{4,9}-\\d)(?:([a-z])|-wl\\d-[a-z0-9-]+|-[a-z]{3}-\\d[a-z])");

    /** What a zone is; the words are those of the EC2 API's ZoneType. */
    public enum Kind {
        /** An Availability Zone. */
        AVAILABILITY_ZONE("availability-zone"),
        /** A Local Zone. */
        LOCAL_ZONE("local-zone"),
        /** A Wavelength Zone. */
        WAVELENGTH_ZONE("wavelength-zone");

        private final String zoneType;

        Kind(String zoneType) {
            this.zoneType = zoneType;
        }

        /** The value of the EC2 API's ZoneType. */
        public String zoneType() {
            return zoneType;
        }

        /** The kind of a ZoneType; empty for another word. */
        public static Optional<Kind> of(String zoneType) {
            for (Kind kind : values()) {
                if (kind.zoneType.equals(zoneType)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Reads {@code eu-west-1a}, {@code us-west-2-lax-1a} (a Local Zone) or {@code us-east-1-wl1-bos-wlz-1} (a Wavelength
     * Zone).
     *
     * @return empty when the text does not have the form of a zone name
     */
    public static Optional<ZoneName> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String region = matcher.group(1);
        Kind kind = Kind.LOCAL_ZONE;
        if (matcher.group(2) != null) {
            kind = Kind.AVAILABILITY_ZONE;
        } else if (text.startsWith("-wl", region.length())) {
            kind = Kind.WAVELENGTH_ZONE;
        }
        return Optional.of(new ZoneName(text, region, kind));
    }
}
