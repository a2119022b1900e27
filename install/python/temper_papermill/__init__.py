"""Teaches papermill to write parameters down in Java.

papermill imports this module by the entry point that pyproject.toml names; nobody else needs to. Start reading at
translator.py: literals.py turns values into Java, declarations.py reads Java back for `papermill --help-notebook`.
"""

from papermill.engines import NBClientEngine as Engine
from papermill.translators import papermill_translators

from .translator import JavaTranslator

__all__ = ["Engine", "JavaTranslator"]

papermill_translators.register("java", JavaTranslator)
