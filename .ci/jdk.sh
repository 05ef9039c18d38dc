# Sourced: finds JDKs.

# property JAVA NAME: prints a system property.
property() {
    "$1" -XshowSettings:properties -version 2>&1 | sed -n "s/^ *$2 = //p"
}

# find_jdk VERSION: prints the home of a JDK: that of $JAVA_<version>_HOME, $JAVA_HOME, the default one, or one in the
# usual places.
find_jdk() {
    local home named=JAVA_${1}_HOME
    for home in "${!named:-}" "${JAVA_HOME:-}" "$(property java java.home)" /usr/lib/jvm/* /opt/java/* \
        "$HOME"/.sdkman/candidates/java/*; do
        if [[ -n $home && -x $home/bin/javac && $(property "$home/bin/java" java.specification.version) == "$1" ]]; then
            echo "$home"
            return
        fi
    done
}
