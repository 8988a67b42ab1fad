package dev.mendline.model;

import java.util.Objects;

/** Version of Mendline, from the build. */
public final class Version {
    /** {@code development} when the classes are not packaged. */
    public static final String CURRENT =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
