"""Which arguments a cached function can be given, and which are the same."""

SCRIPT = """
import streamlit as st
import datetime as dt, decimal, fractions, uuid, pathlib, re, collections, enum, dataclasses, functools, io, types, itertools
import numpy as np, pandas as pd
@st.cache_data(show_spinner=False)
def f(x):
    return len(calls)
calls = []
class Plain:
    def __init__(self, v=1): self.v = v
class Red:
    def __init__(self, v=1): self.v = v
    def __reduce__(self): return (int, (self.v,))
@dataclasses.dataclass
class DC:
    a: int
    b: list
class Col(enum.Enum):
    R = 1
    G = 2
class IC(enum.IntEnum):
    R = 1
NT = collections.namedtuple('NT', 'a b')
class S(str): pass
class Slots:
    __slots__ = ('a',)
pairs = [
 ('int', 1, 1), ('int bool', 1, True), ('float', 1, 1.0), ('str', 'a', 'a'), ('bytes', b'a', b'a'), ('bytes str', b'a', 'a'), ('bytearray', bytearray(b'a'), b'a'),
 ('none', None, None), ('nan', float('nan'), float('nan')), ('neg0', 0.0, -0.0), 
 ('list', [1, 2], [1, 2]), ('tuple', (1, 2), (1, 2)), ('lt', [1, 2], (1, 2)), ('dict', {'a': 1, 'b': 2}, {'b': 2, 'a': 1}), ('set', {1, 2, 3}, {3, 2, 1}), ('setstr', {'a', 'b'}, {'b', 'a'}),
 ('fset', frozenset([1]), frozenset([1])), ('range', range(3), range(3)), ('range2', range(0, 3), range(0, 3, 1)), ('slice', slice(1, 2), slice(1, 2)), ('ell', ..., ...),
 ('date', dt.date(2024, 1, 1), dt.date(2024, 1, 1)), ('dt', dt.datetime(2024, 1, 1), dt.datetime(2024, 1, 1)), ('time', dt.time(1), dt.time(1)), ('td', dt.timedelta(1), dt.timedelta(1)), ('date dt', dt.date(2024, 1, 1), dt.datetime(2024, 1, 1)),
 ('tz', dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc), dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc)),
 ('dec', decimal.Decimal('1.0'), decimal.Decimal('1.0')), ('dec2', decimal.Decimal('1.0'), decimal.Decimal('1.00')), ('frac', fractions.Fraction(1, 2), fractions.Fraction(1, 2)), ('uuid', uuid.UUID(int=1), uuid.UUID(int=1)),
 ('path', pathlib.Path('/a'), pathlib.Path('/a')), ('re', re.compile('a'), re.compile('a')), ('re2', re.compile('a'), re.compile('a', re.I)),
 ('deque', collections.deque([1]), collections.deque([1])), ('odict', collections.OrderedDict(a=1), collections.OrderedDict(a=1)), ('odict dict', collections.OrderedDict(a=1), dict(a=1)), ('ddict', collections.defaultdict(int, a=1), collections.defaultdict(int, a=1)), ('counter', collections.Counter('aab'), collections.Counter('aab')),
 ('nt', NT(1, 2), NT(1, 2)), ('nt tuple', NT(1, 2), (1, 2)), ('enum', Col.R, Col.R), ('enum2', Col.R, Col.G), ('ienum', IC.R, IC.R), ('ienum int', IC.R, 1),
 ('dc', DC(1, [2]), DC(1, [2])), ('dc2', DC(1, [2]), DC(1, [3])), ('plain', Plain(), Plain()), ('plain2', Plain(1), Plain(2)), ('red', Red(1), Red(1)), ('red2', Red(1), Red(2)), ('substr', S('a'), S('a')), ('substr2', S('a'), 'a'), ('slots', Slots(), Slots()),
 ('np', np.array([1, 2]), np.array([1, 2])), ('np2', np.array([1, 2]), np.array([1, 3])), ('npf', np.array([1, 2]), np.array([1., 2.])), ('npshape', np.zeros((2, 1)), np.zeros((1, 2))), ('npint', np.int64(1), np.int64(1)), ('npint2', np.int64(1), np.int64(2)), ('npint int', np.int64(1), 1), ('npfloat', np.float64(1), 1.0), ('npobj', np.array([1, 'a'], dtype=object), np.array([1, 'a'], dtype=object)), ('dtype', np.dtype('int64'), np.dtype('int64')), ('npdt', np.datetime64('2024-01-01'), np.datetime64('2024-01-01')),
 ('df', pd.DataFrame({'a': [1, 2]}), pd.DataFrame({'a': [1, 2]})), ('df2', pd.DataFrame({'a': [1, 2]}), pd.DataFrame({'a': [1, 3]})), ('dfcols', pd.DataFrame({'a': [1, 2]}), pd.DataFrame({'b': [1, 2]})), ('dfidx', pd.DataFrame({'a': [1, 2]}), pd.DataFrame({'a': [1, 2]}, index=[5, 6])), ('dfobj', pd.DataFrame({'a': [[1], {2: 3}]}), pd.DataFrame({'a': [[1], {2: 3}]})),
 ('series', pd.Series([1]), pd.Series([1])), ('ts', pd.Timestamp('2024-01-01'), pd.Timestamp('2024-01-01')), ('pdtd', pd.Timedelta('1D'), pd.Timedelta('1D')), ('nat', pd.NaT, pd.NaT), ('na', pd.NA, pd.NA),
 ('func', len, len), ('pyfunc', Plain.__init__, Plain.__init__), ('lambda', (lambda: 0), (lambda: 0)), ('module', dt, dt), ('module2', dt, re), ('class', Plain, Plain), ('class2', Plain, Red), ('partial', functools.partial(len, 1), functools.partial(len, 1)), ('method', 'a'.upper, 'a'.upper), ('bound', Plain().__init__, Plain().__init__),
 ('gen', (i for i in [1]), (i for i in [1])), ('iter', iter([1]), iter([1])), ('iter2', iter([1]), iter([2])), ('map', map(str, [1]), map(str, [1])), ('count', itertools.count(), itertools.count()), ('zip', zip([1]), zip([1])), ('file', io.StringIO('a'), io.StringIO('a')), ('bytesio', io.BytesIO(b'a'), io.BytesIO(b'a')), ('bytesio2', io.BytesIO(b'a'), io.BytesIO(b'b')),
 ('mpt', types.MappingProxyType({'a': 1}), types.MappingProxyType({'a': 1})), ('items', {'a': 1}.items(), {'a': 1}.items()), ('keys', {'a': 1}.keys(), {'a': 1}.keys()), ('ns', types.SimpleNamespace(a=1), types.SimpleNamespace(a=1)), ('ns2', types.SimpleNamespace(a=1), types.SimpleNamespace(a=2)),
 ('exc', ValueError('a'), ValueError('a')), ('exc2', ValueError('a'), ValueError('b')), ('object', object(), object()), ('memoryview', memoryview(b'a'), memoryview(b'a')), ('type int', int, int), ('int big', 10**30, 10**30), ('big2', 10**30, 10**30 + 1), ('empty list', [], []), ('empty list tuple', [], ()), ('empty dict list', {}, []), ('nested', [[1], [2]], [[1], [2]]), ('nested2', [[1], [2]], [[1, 2]]), ('strs', ['a', 'bc'], ['ab', 'c']),
 ('ss', st.session_state, st.session_state), ('none0', None, 0), ('str 0', '0', 0), ('neg', -1, 1), ('neg2', -1, 255), ('i256', 256, 1), ('falsezero', False, 0), ('float int', 0.0, 0), ('emptystr', '', b''), ('None empty', None, ''),
]
import itertools
for name, a, b in pairs:
    out = []
    for v in (a, b):
        calls.append(1)
        try:
            out.append(f(v))
        except Exception as e:
            out.append(type(e).__name__)
    if isinstance(out[0], str) or isinstance(out[1], str):
        st.text(name + ' ' + str([o for o in out if isinstance(o, str)]))
    else:
        st.text(name + (' same' if out[0] == out[1] else ' differ'))
"""
STEPS = []
