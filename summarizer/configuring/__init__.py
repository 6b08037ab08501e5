"""Settings from where people leave them: the command line, the environment, a profile, settings files, defaults.

    catalogue      what can be set, of which kind, by which variable
    values         whether a value is what its setting may be
    places         where the user's own files lie
    profiles       endpoints by name, each with what fits it
    files          finding, reading and checking summarizer.toml
    resolving      which of several values counts, and where it came from
    building       the `Settings` of a run
    starting       a first summarizer.toml

A program that wants them without a command line:

    settings_from(configure(environment=os.environ, files=find_files()), os.environ)

Nothing here asks a model or imports what does.
"""

from summarizer.configuring.building import reports_folder, settings_from
from summarizer.configuring.catalogue import SETTINGS, Setting
from summarizer.configuring.files import SettingsFile, find_files
from summarizer.configuring.places import user_file
from summarizer.configuring.profiles import PROFILES
from summarizer.configuring.resolving import Configuration, Found, configure

__all__ = [
    "PROFILES",
    "SETTINGS",
    "Configuration",
    "Found",
    "Setting",
    "SettingsFile",
    "configure",
    "find_files",
    "reports_folder",
    "settings_from",
    "user_file",
]
