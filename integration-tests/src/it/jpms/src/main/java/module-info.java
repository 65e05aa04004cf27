/** A module whose users see the derivatives, too. */
module demo {
    requires transitive dev.leibniz.runtime;

    exports demo;
}
