package io.fluxalchemy.testkit.database;

/** What the user's test class path holds: the servers are optional dependencies. */
final class ClassPath {

    private ClassPath() {}

    static boolean hasClass(String name) {
        try {
            Class.forName(name, false, ClassPath.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
