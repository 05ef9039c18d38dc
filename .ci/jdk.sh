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

# require_jdk VERSION: as find_jdk; where there is none, says that its part is skipped, and fails.
require_jdk() {
    local home
    home=$(find_jdk "$1")
    if [[ -z $home ]]; then
        echo "== SKIPPED: no JDK $1 found; set JAVA_${1}_HOME" >&2
        return 1
    fi
    echo "$home"
}
