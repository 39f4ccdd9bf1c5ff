"""Words as search knows them: every form, its base form, and the parts of compounds.

Finnish inflects the middle of a word (luento, luennot), so neither prefixes nor a stemmer find it;
`simplemma` has the base forms. The index holds no words but keyed digests of them (`tokens`): it
can be asked about a word, not read.

The dictionaries are large. `build_cache` writes each once as a trie that processes map into memory
and share. Without the cache the packed dictionary is read instead: the same answers, slower.
A language without a dictionary is searched by exact forms. Measured on two busy cores:

                    first word   memory a process   500 different words
    with the cache      0.001 s       15-25 MB             0.03 s
    without             1.7 s         46-60 MB             0.05 s
    build_cache         10 s, 750 MB at its peak (Finnish; Swedish 3 s, English 1 s), 24 MB on disk

The library's own default would cost 3.3 s and 414 MB in every process.
"""

import hashlib
import hmac
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

import simplemma
from django.conf import settings
from marisa_trie import BytesTrie
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import DefaultDictionaryFactory, DictionaryFactory, StreamDictionaryFactory
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

SEARCHED_LANGUAGES = ("fi", "sv", "en")
TOKEN_LENGTH = 16
SHORTEST_PART = 4
"""Letters in a part of a compound: with shorter ones too many words seem to be compounds."""

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_GENITIVE = {"fi": "n", "sv": "s"}
_SECOND_READINGS = {
    "fi": (("oja", "o"), ("oja", "a"), ("öjä", "ö"), ("öjä", "ä"), ("oa", "o"), ("öä", "ö"), ("ea", "i"), ("eä", "i")),
}
"""Partitives that are another word too: luentoja is of luento and of luenta, tukea of tuki and a verb.
The dictionary knows one base form for each."""
_TOO_COMMON = frozenset(
    (
        "ja",
        "tai",
        "sekä",
        "on",
        "och",
        "eller",
        "samt",
        "är",
        "i",
        "på",
        "and",
        "or",
        "the",
        "of",
        "a",
        "an",
        "in",
        "is",
    )
)


def lemmas(text: str, language: str) -> set[str]:
    """Every word of `text` in small letters, with base forms and the parts of compounds.

    "Velkaneuvonnasta" gives velkaneuvonnasta, velkaneuvonta, velka and neuvonta.
    """
    return {lemma for word in set(_words(text)) for lemma in _lemmas_of(word, language)}


def tokens(text: str, language: str) -> set[str]:
    """`lemmas` of `text` as keyed digests, for an index that cannot be read back.

    16 hexadecimal characters of HMAC-SHA256 under `settings.WORDS_KEY`; a new key needs a new index.
    """
    return {_token(lemma) for lemma in lemmas(text, language)}


def query_tokens(text: str) -> list[set[str]]:
    """What to look for: all of the sets must be met, each by any one of its tokens.

    A searcher does not say in which language the word is: its base forms in all are accepted.
    Words that stand in every text are left out.
    """
    words = [word for word in dict.fromkeys(_words(text)) if word not in _TOO_COMMON]
    languages = tuple(dict.fromkeys((*SEARCHED_LANGUAGES, *(code for code, _name in settings.LANGUAGES))))
    return [{_token(form) for form in _forms(word, languages)} for word in words]


def query_forms(text: str, language: str) -> list[set[str]]:
    """What to look for in a text index of one language's `lemmas`: all of the sets, each by any one of its words."""
    words = [word for word in dict.fromkeys(_words(text)) if word not in _TOO_COMMON]
    return [{word, *_base_forms(word, language)} for word in words]


def build_cache(languages: Iterable[str]) -> list[Path]:
    """Write the dictionaries of `languages` to `settings.WORDS_CACHE`; returns the files.

    One language at a time, since each needs much memory while it is built. A language without a
    dictionary is passed over. A file appears whole or not at all.
    """
    written = []
    for language in languages:
        if language not in SUPPORTED_LANGUAGES:
            continue
        path = _cache_path(Path(settings.WORDS_CACHE), language)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        packed = DefaultDictionaryFactory().get_dictionary(language)
        BytesTrie((form, packed[form].encode()) for form in packed).save(str(unfinished))
        unfinished.replace(path)
        written.append(path)
    return written


class _Trie(Mapping):
    """A cached dictionary, mapped into memory: what is not asked is not loaded."""

    def __init__(self, path: Path):
        self._trie = BytesTrie()
        self._trie.mmap(str(path))

    def __getitem__(self, form: str) -> str:
        return self._trie[form][0].decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._trie.iterkeys())

    def __len__(self) -> int:
        return len(self._trie)


class _Dictionaries(DictionaryFactory):
    """The cached dictionary of a language, or the packed one where there is no cache."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._packed = StreamDictionaryFactory()
        self.get_dictionary = cache(self.get_dictionary)

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        path = _cache_path(self._folder, lang)
        return _Trie(path) if path.exists() else self._packed.get_dictionary(lang)


@cache
def _dictionaries(folder: Path) -> tuple[_Dictionaries, DefaultStrategy]:
    dictionaries = _Dictionaries(folder)
    return dictionaries, DefaultStrategy(dictionary_factory=dictionaries)


def _cache_path(folder: Path, language: str) -> Path:
    return folder / f"{language}-{simplemma.__version__}.trie"


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFC", str(text or "")).replace("\u00ad", "").replace("’", "'")
    return (found[0] for found in _WORD.finditer(plain.casefold()))


@lru_cache(maxsize=20_000)
def _lemmas_of(word: str, language: str) -> frozenset[str]:
    found = set()
    for part in {word, *word.split("-")}:
        found.add(part)
        for base in _base_forms(part, language):
            found |= {base, *_parts(base, language)}
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _forms(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset({word}.union(*(_base_forms(word, language) for language in languages)))


def _base_forms(word: str, language: str) -> set[str]:
    if language not in SUPPORTED_LANGUAGES:
        return {word}
    dictionaries, strategy = _dictionaries(Path(settings.WORDS_CACHE))
    base_of = dictionaries.get_dictionary(language).get
    bases = {(strategy.get_lemma(word, language) or word).casefold()}
    for ending, base_ending in _SECOND_READINGS.get(language, ()):
        base = word.removesuffix(ending) + base_ending
        if word.endswith(ending) and base_of(base) == base:
            bases.add(base)
    return bases


def _parts(word: str, language: str) -> set[str]:
    """The base forms of the two halves of a compound (velka, neuvonta), or nothing.

    The second half stands in its base form; the first does, or else in the genitive. A half in
    any other form is chance: yksinäisyys (loneliness) has no isyys (fatherhood) in it.
    """
    if language not in _GENITIVE:
        return set()
    dictionaries, _strategy = _dictionaries(Path(settings.WORDS_CACHE))
    base_of = dictionaries.get_dictionary(language).get
    plain, genitive = set(), set()
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, second = word[:at], word[at:]
        if base_of(second) != second or not (base := base_of(first)):
            continue
        if base == first:
            plain |= {base, second}
        elif first.endswith(_GENITIVE[language]):
            genitive |= {base.casefold(), second}
    return plain or genitive


def _token(lemma: str) -> str:
    key = settings.WORDS_KEY.encode()
    return hmac.new(key, lemma.encode(), hashlib.sha256).hexdigest()[:TOKEN_LENGTH]
