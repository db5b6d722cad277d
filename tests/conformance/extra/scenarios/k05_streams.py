"""What st.write_stream writes and returns, for everything that may be streamed."""

SCRIPT = """
import streamlit as st
import asyncio, types
def gen():
    yield 'a '
    yield ''
    yield 'b'
def mixed():
    yield 'x'
    yield 1
    yield {'a': 1}
    yield 'y'
    yield 'z'
def nothing():
    return
    yield
def numbers():
    yield 1
def calls():
    yield 'one '
    yield lambda: st.text('called')
    yield 'two'
async def agen():
    yield 'async '
    await asyncio.sleep(0)
    yield 'text'
class Delta:
    def __init__(self, content): self.content = content
class Choice:
    def __init__(self, content): self.delta = Delta(content) if content != 'nodelta' else None
class ChatCompletionChunk:
    __module__ = 'openai.types.chat.chat_completion_chunk'
    def __init__(self, *contents): self.choices = [Choice(c) for c in contents]
class AIMessageChunk:
    __module__ = 'langchain_core.messages.ai'
    def __init__(self, content): self.content = content
class Event:
    __module__ = 'openai.types.responses.response_text_delta_event'
    def __init__(self, type, delta): self.type, self.delta = type, delta
Event.__qualname__ = Event.__name__ = 'ResponseTextDeltaEvent'
def openai():
    yield ChatCompletionChunk()
    yield ChatCompletionChunk('he')
    yield ChatCompletionChunk(None)
    yield ChatCompletionChunk('nodelta')
    yield ChatCompletionChunk('llo')
def lang():
    yield AIMessageChunk('la')
    yield AIMessageChunk('')
    yield AIMessageChunk('ng')
def events():
    yield Event('response.created', None)
    yield Event('response.output_text.delta', 'ev')
    yield Event('response.output_text.delta', 'ent')
def fails():
    yield 'partial '
    raise ValueError('x')
def tell(name, f):
    try:
        r = f()
        st.text(name + ' ' + repr(r) + ' ' + type(r).__name__)
    except Exception as e:
        st.text(name + ' raises ' + type(e).__name__)
tell('gen', lambda: st.write_stream(gen()))
tell('fun', lambda: st.write_stream(gen))
tell('mixed', lambda: st.write_stream(mixed))
tell('nothing', lambda: st.write_stream(nothing))
tell('numbers', lambda: st.write_stream(numbers))
tell('calls', lambda: st.write_stream(calls))
tell('agen', lambda: st.write_stream(agen()))
tell('agenf', lambda: st.write_stream(agen))
tell('openai', lambda: st.write_stream(openai))
tell('lang', lambda: st.write_stream(lang))
tell('events', lambda: st.write_stream(events))
tell('list', lambda: st.write_stream(['a', 'b', 3]))
tell('str', lambda: st.write_stream('abc'))
tell('int', lambda: st.write_stream(5))
tell('func', lambda: st.write_stream(lambda: 'a'))
tell('dict', lambda: st.write_stream({'a': 1}))
tell('set', lambda: st.write_stream({'a'}))
tell('tuple', lambda: st.write_stream(('a', 'b')))
tell('range', lambda: st.write_stream(range(2)))
tell('fails', lambda: st.write_stream(fails))
tell('cursor', lambda: st.write_stream(gen, cursor='|'))
tell('write', lambda: st.write(mixed()))
tell('write async', lambda: st.write(agen()))
tell('write async f', lambda: st.write(agen))
tell('write two', lambda: st.write('before', gen, 'after'))
out = st.write_stream(mixed)
st.write(out)
st.write('a', out)
spot = st.empty()
tell('spot', lambda: spot.write_stream(gen))
tell('spot mixed', lambda: spot.write_stream(mixed))
box = st.container()
tell('box', lambda: box.write_stream(gen))
tell('none', lambda: st.write_stream(None))
import pandas as pd, numpy as np
tell('df', lambda: st.write_stream(pd.DataFrame({'a': [1]})))
tell('np', lambda: st.write_stream(np.array([1])))
tell('iter', lambda: st.write_stream(iter(['a', 'b'])))
tell('map', lambda: st.write_stream(map(str, [1, 2])))
tell('strings and none', lambda: st.write_stream(['a', None, 'b']))
tell('bytes', lambda: st.write_stream(b'ab'))
"""
STEPS = [{"do": "rerun"}]
