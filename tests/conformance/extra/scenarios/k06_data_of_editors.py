"""What st.data_editor returns for each kind of data."""

SCRIPT = """
import streamlit as st
import pandas as pd, numpy as np, pyarrow as pa, datetime as dt, decimal, collections, dataclasses, enum, types, array
NT = collections.namedtuple('NT', 'a b')
@dataclasses.dataclass
class DC:
    a: int = 1
    b: str = 'x'
def tell(name, f):
    try:
        r = f()
        st.text(name + ' ' + type(r).__name__ + ' ' + (repr(r.to_dict()) + ' ' + repr(list(map(str, r.index))) if hasattr(r, 'to_dict') and not isinstance(r, pd.Series) else repr(r)))
    except Exception as e:
        st.text(name + ' raises ' + type(e).__name__)
datas = {
 'df': pd.DataFrame({'a': [1, 2], 'b': ['x', None]}), 'dfidx': pd.DataFrame({'a': [1]}, index=['r']), 'dfint': pd.DataFrame([[1, 2]]), 'dfmulti': pd.DataFrame([[1]], columns=pd.MultiIndex.from_tuples([('a', 'b')])),
 'dfempty': pd.DataFrame(), 'dfcols': pd.DataFrame(columns=['a']), 'dup': pd.DataFrame([[1, 2]], columns=['a', 'a']), 'reserved': pd.DataFrame({'_index': [1]}),
 'midx': pd.DataFrame({'a': [1]}, index=pd.MultiIndex.from_tuples([(1, 2)])), 'period': pd.DataFrame({'a': [1]}, index=pd.PeriodIndex(['2024-01'], freq='M')), 'dtidx': pd.DataFrame({'a': [1]}, index=pd.to_datetime(['2024-01-01'])), 'catidx': pd.DataFrame({'a': [1]}, index=pd.CategoricalIndex(['x'])), 'tdidx': pd.DataFrame({'a': [1]}, index=pd.to_timedelta(['1D'])),
 'series': pd.Series([1, 2]), 'seriesn': pd.Series([1, 2], name='s'), 'index': pd.Index([1, 2]), 'styler': pd.DataFrame({'a': [1]}).style, 'cat': pd.Categorical(['a']), 'extarr': pd.array([1, None]),
 'np1': np.array([1, 2]), 'np2': np.array([[1, 2], [3, 4]]), 'np0': np.array(5), 'np1e': np.array([]), 'npobj': np.array([1, 'a'], dtype=object),
 'patable': pa.Table.from_pydict({'a': [1, 2]}), 'paarr': pa.array([1, 2]), 
 'list': [1, 2], 'listmix': [1, 'a'], 'liststr': ['a', 'b'], 'listnone': [1, None], 'tuple': (1, 2), 'set': {1}, 'fset': frozenset([1]), 'listempty': [], 'tupleempty': (),
 'records': [{'a': 1, 'b': 'x'}, {'a': 2}], 'rows': [[1, 2], [3, 4]], 'rowst': [(1, 'a'), (2, 'b')], 'sets': [{1, 2}],
 'dictlist': {'a': [1, 2], 'b': ['x', 'y']}, 'dicttuple': {'a': (1, 2)}, 'dictdict': {'a': {'r': 1, 's': 2}}, 'dictser': {'a': pd.Series([1, 2])}, 'kv': {'a': 1, 'b': 2}, 'kvmix': {'a': 1, 'b': 'x'}, 'dictempty': {}, 'dictnp': {'a': np.array([1, 2])},
 'chain': collections.ChainMap({'a': 1}), 'mpt': types.MappingProxyType({'a': 1}), 'udict': collections.UserDict({'a': 1}), 'nt': NT(1, 2), 'dc': DC(), 'deque': collections.deque([1, 2]), 'range': range(2), 'arr': array.array('i', [1, 2]), 'keys': {'a': 1}.keys(), 'items': {'a': 1}.items(), 'enum': enum.Enum('E', 'A B'), 'map': map(str, [1]), 'none': None, 'str': 'abc', 'int': 5, 'gen': (i for i in [1]), 'obj': object(), 'cls': DC,
 'listobj': [object()], 'listnp': [np.array([1, 2])], 'complex': pd.DataFrame({'a': [1j]}), 'bytes': pd.DataFrame({'a': [b'x']}), 'mixedcol': pd.DataFrame({'a': [1, 'x']}), 'dictcol': pd.DataFrame({'a': [{'k': 1}]}), 'fsetcol': pd.DataFrame({'a': [frozenset([1])]}), 'dates': pd.DataFrame({'a': [dt.date(2024, 1, 2)], 'b': [dt.time(1, 2)], 'c': pd.to_datetime(['2024-01-01']), 'd': pd.to_timedelta(['1h']), 'e': [decimal.Decimal('1.5')], 'f': [True], 'g': pd.Categorical(['x']), 'h': [None], 'i': [np.nan]}),
}
for name, data in datas.items():
    tell(name, lambda: st.data_editor(data, key='k_' + name))
"""
STEPS = [{"do": "rerun"}]
